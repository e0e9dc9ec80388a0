package dev.farminglabs.orm.sql.form;

/** In which types values that databases differ about travel. */
public enum ValueForm {
    /** Exact numbers, and times with an offset. */
    STANDARD,
    /** Exact numbers, and times without an offset that are in UTC. */
    LOCAL_TIMES,
    /**
     * Times as milliseconds since 1970, and decimals as {@link SortableDecimal} texts, for a database that has neither.
     */
    PRIMITIVE
}
