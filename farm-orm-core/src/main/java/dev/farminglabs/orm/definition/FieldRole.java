package dev.farminglabs.orm.definition;

/** What a field does beside storing a value. */
public enum FieldRole {
    /** The model's key. */
    ID,
    /** Set to the current time by every update. */
    UPDATED_NOW,
    /** The record is gone once this time has passed. */
    EXPIRY,
    /** The time the record was marked as deleted; null while it is there. */
    SOFT_DELETE,
    /** True while the record is there, null once it is marked as deleted. */
    LIVE,
    /** Names the tenant the record belongs to. */
    TENANT,
    /** Counts the writes of the record, from 1. */
    VERSION,
    /** Nobody is shown the value who does not ask for the field: no log, no tool. */
    SECRET
}
