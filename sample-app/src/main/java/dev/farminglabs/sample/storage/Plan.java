package dev.farminglabs.sample.storage;

/** What a workspace pays for. */
public enum Plan {
    /** Nothing. */
    FREE,
    /** By the seat. */
    PRO,
    /** By contract. */
    ENTERPRISE
}
