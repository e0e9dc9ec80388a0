package com.acme.platform;

/** What a workspace pays for. */
public enum Plan {
    FREE,
    PRO,
    ENTERPRISE
}
