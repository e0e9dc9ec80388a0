package dev.farminglabs.orm.operation;

/** How a field is compared with a value. All but equality are about text or an order. */
public enum Comparison {
    /** The same value; for text exactly, for decimals by value, for JSON by structure. */
    EQUAL,
    /** Greater. */
    GREATER,
    /** Greater or the same. */
    GREATER_OR_EQUAL,
    /** Less. */
    LESS,
    /** Less or the same. */
    LESS_OR_EQUAL,
    /** The text has the value somewhere. */
    CONTAINS,
    /** The text begins with the value. */
    STARTS_WITH,
    /** The text ends with the value. */
    ENDS_WITH,
    /** As {@link #EQUAL}, where ASCII letters count as the same in either case. */
    EQUAL_IGNORE_CASE,
    /** As {@link #CONTAINS}, where ASCII letters count as the same in either case. */
    CONTAINS_IGNORE_CASE,
    /** As {@link #STARTS_WITH}, where ASCII letters count as the same in either case. */
    STARTS_WITH_IGNORE_CASE,
    /** As {@link #ENDS_WITH}, where ASCII letters count as the same in either case. */
    ENDS_WITH_IGNORE_CASE
}
