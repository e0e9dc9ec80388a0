package dev.farminglabs.orm.driver;

/**
 * One way in which a store differs from the schema.
 *
 * @param where    table, or table and column, key or index
 * @param expected what the schema says
 * @param found    what is there
 * @param breaking whether calls would fail or mean something else because of it
 */
public record Difference(String where, String expected, String found, boolean breaking) {

    /** One line for people. */
    @Override
    public String toString() {
        return where + ": expected " + expected + ", found " + found;
    }
}
