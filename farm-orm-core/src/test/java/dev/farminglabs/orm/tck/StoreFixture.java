package dev.farminglabs.orm.tck;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a store supplies to be held to the contract. Implementations start a server at most once for each JVM. */
public interface StoreFixture {

    /** Product and version, such as {@code PostgreSQL 18.3}. */
    String name();

    /** Whether the tests talk to a server of its own over connections, and where it is from; null for one in this process. */
    @Nullable
    String server();

    /** A new empty place in the store that nobody else uses, such as a fresh database schema. */
    StorePlace open();

    /** Whether the store has tables or the like that a push makes. One without takes records of any model at once. */
    default boolean structured() {
        return true;
    }

    /** Whether what a push makes has a column for each field. One without takes records with new fields at once. */
    default boolean columns() {
        return structured();
    }

    /**
     * Whether the store looks at references after each record of a statement and not when the statement is through. Then
     * createMany takes records that are pointed at before those that point at them.
     */
    default boolean checksReferencesRecordByRecord() {
        return false;
    }

    /** What tests on this store say nothing about, by name; empty for the store itself, not for one that stands in for it. */
    default List<String> holes() {
        return List.of();
    }

    /** One line for the report of a run. */
    default String summary() {
        return name() + (server() == null ? " in process" : " real (" + server() + ")");
    }
}
