package dev.farminglabs.orm.definition;

/** How a relation leads from one model to another. */
public enum RelationKind {
    /** This model holds the other's key. */
    BELONGS_TO,
    /** At most one record of the other model holds this one's key. */
    HAS_ONE,
    /** Any number of records of the other model hold this one's key. */
    HAS_MANY,
    /** Records of a third model hold both keys. */
    MANY_TO_MANY;

    /** Whether the relation can lead to more than one record. */
    public boolean toMany() {
        return this == HAS_MANY || this == MANY_TO_MANY;
    }
}
