package dev.farminglabs.orm.autoconfigure;

/**
 * The store a schema lives in, by name.
 *
 * @param kind the kind of store
 * @param bean the name of its bean
 */
record ResolvedStore(StoreKind kind, String bean) {

    /** Such as {@code jdbc bean 'dataSource'}. */
    @Override
    public String toString() {
        return kind.property() + " bean '" + bean + "'";
    }
}
