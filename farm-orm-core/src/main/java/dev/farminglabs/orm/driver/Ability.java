package dev.farminglabs.orm.driver;

/** What a schema can demand of its store; see {@code Schema.require}. */
public enum Ability {
    /** Several calls that happen together or not at all. */
    TRANSACTIONS,
    /** The store itself keeps references from pointing at nothing. */
    REFERENCES,
    /** The store makes numeric ids. */
    GENERATED_IDS,
    /** Tables can be put in a namespace. */
    NAMESPACES,
    /** {@code createMany} is all or nothing. */
    ATOMIC_CREATE_MANY,
    /** The fields of every unique key can be changed in a stored record. */
    KEY_CHANGES,
    /** Every record can be given its id by the caller. */
    GIVEN_IDS
}
