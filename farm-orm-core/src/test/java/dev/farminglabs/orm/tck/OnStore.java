package dev.farminglabs.orm.tck;

/** Says which store a contract is held to. A store has an interface that extends this one with a default method. */
public interface OnStore {

    /** The store. */
    StoreFixture fixture();
}
