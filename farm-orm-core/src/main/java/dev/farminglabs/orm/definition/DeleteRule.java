package dev.farminglabs.orm.definition;

/** What happens to a record when the record it references is deleted. */
public enum DeleteRule {
    /** The delete is refused. */
    RESTRICT,
    /** It is deleted too. */
    CASCADE,
    /** Its reference becomes null. */
    SET_NULL
}
