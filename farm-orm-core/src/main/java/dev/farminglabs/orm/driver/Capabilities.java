package dev.farminglabs.orm.driver;

/**
 * What the bound store can do, and how. What it cannot do is refused with {@code UNSUPPORTED}, never done differently.
 *
 * @param store             the store's name, such as {@code postgresql}
 * @param transactions      what can be done all or nothing
 * @param upsert            create-or-change in one atomic step
 * @param increment         adding in place
 * @param expiry            records that are gone after a time
 * @param references        references that cannot point at nothing, and cascading deletes
 * @param numericIds        who makes numeric ids
 * @param returning         which writes give records back in the same step
 * @param nativeRelations   what the store reads of relations by itself
 * @param schemaNamespaces  whether tables can be put in a namespace
 * @param textMatching      how text is compared
 * @param textOrder         how text is ordered
 * @param atomicCreateMany  whether {@code createMany} is all or nothing
 * @param batching          how a batch travels
 * @param keyChanges        whether the fields of every unique key can be changed in a stored record
 * @param givenIds          whether every record can be given its id by the caller; where not, one that another unique key
 *                          names has its id made from that key
 */
public record Capabilities(
        String store,
        Transactions transactions,
        Support upsert,
        Support increment,
        Support expiry,
        Support references,
        NumericIds numericIds,
        Returning returning,
        NativeRelations nativeRelations,
        boolean schemaNamespaces,
        TextMatching textMatching,
        TextOrder textOrder,
        boolean atomicCreateMany,
        Batching batching,
        boolean keyChanges,
        boolean givenIds) {

    /** Who does it. */
    public enum Support {
        /** The store. */
        NATIVE,
        /** This library, with what the store has. */
        EMULATED,
        /** Nobody: it is refused. */
        NONE
    }

    /** What can be done all or nothing. */
    public enum Transactions {
        /** Any calls between begin and commit. */
        INTERACTIVE,
        /** One call. */
        SINGLE_CALL
    }

    /** Who makes numeric ids. */
    public enum NumericIds {
        /** The store, when none is given. */
        GENERATED,
        /** The caller. */
        MANUAL
    }

    /** How text is compared. */
    public enum TextMatching {
        /** Exactly: case and trailing blanks count. */
        EXACT,
        /** As the store's default says, on tables that were not made by a push. */
        STORE_DEFAULT
    }

    /** How text is ordered. */
    public enum TextOrder {
        /** By Unicode code point. */
        CODE_POINT,
        /** As the store's default says. */
        STORE_DEFAULT
    }

    /** How a batch travels. */
    public enum Batching {
        /** One call after the other, on one connection. */
        SEQUENTIAL,
        /** Together, in one round trip or few. */
        PIPELINED
    }

    /**
     * Which writes give records back in the same step.
     *
     * @param create a create
     * @param update an update or upsert
     * @param delete a delete
     */
    public record Returning(boolean create, boolean update, boolean delete) {}

    /**
     * What the store reads of relations by itself; the rest is read in one more step for each relation.
     *
     * @param toOne      belongs-to and has-one together with the record
     * @param toMany     has-many together with the record
     * @param manyToMany many-to-many together with the record
     * @param filtered   conditions on related records
     * @param ordered    order within each parent
     * @param paged      skip and take within each parent
     */
    public record NativeRelations(
            boolean toOne, boolean toMany, boolean manyToMany, boolean filtered, boolean ordered, boolean paged) {

        /** Nothing. */
        public static final NativeRelations NONE = new NativeRelations(false, false, false, false, false, false);
    }

    /** Whether several calls can be done all or nothing. */
    public boolean supportsTransactions() {
        return transactions == Transactions.INTERACTIVE;
    }

    /** Whether the store has what a schema demands. */
    public boolean has(Ability ability) {
        return switch (ability) {
            case TRANSACTIONS -> supportsTransactions();
            case REFERENCES -> references == Support.NATIVE;
            case GENERATED_IDS -> numericIds == NumericIds.GENERATED;
            case NAMESPACES -> schemaNamespaces;
            case ATOMIC_CREATE_MANY -> atomicCreateMany;
            case KEY_CHANGES -> keyChanges;
            case GIVEN_IDS -> givenIds;
        };
    }
}
