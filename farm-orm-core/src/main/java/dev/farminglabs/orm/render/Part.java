package dev.farminglabs.orm.render;

import org.jspecify.annotations.Nullable;

/**
 * One piece of a schema in a database, and the statements that make it and take it away where the rest is there.
 *
 * @param kind      what it is
 * @param table     the physical name of its table, behind the namespace if there is one; empty for a namespace
 * @param name      its own physical name
 * @param statement makes it, without a semicolon
 * @param undo      takes it away; null where the database cannot
 * @param values    gives the records that are there the values that they need; null where they have them
 * @param risk      why making it may fail where there are records; null when it cannot
 */
record Part(
        Kind kind,
        String table,
        String name,
        String statement,
        @Nullable String undo,
        @Nullable String values,
        @Nullable String risk) {

    /** In the order in which pieces are made. */
    enum Kind {
        NAMESPACE("namespace"),
        TABLE("table"),
        COLUMN("column"),
        KEY("unique key"),
        INDEX("index"),
        TARGET("unique constraint"),
        CHECK("check"),
        REFERENCE("reference"),
        COMMENT("comment");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What it is called for people, and in a snapshot; no other piece is called so. */
    String what() {
        return kind.words() + " " + name + (table.isEmpty() || kind == Kind.TABLE ? "" : " of table " + table);
    }
}
