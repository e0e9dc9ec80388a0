package dev.farminglabs.orm.driver;

import java.util.Collection;

/**
 * One way in which a store differs from the schema.
 *
 * @param where    table, or table and column, key or index
 * @param expected what the schema says
 * @param found    what is there
 * @param breaking whether calls would fail or mean something else because of it
 */
public record Difference(String where, String expected, String found, boolean breaking) {

    /**
     * A unique index of before the model said {@code live()}.
     *
     * @param table   its table
     * @param index   its name
     * @param columns what it is over
     */
    public static Difference keyOfMarked(String table, String index, Collection<String> columns) {
        return new Difference(
                table + "." + index,
                "no unique index over " + columns + " alone",
                "one, by which records that are marked as deleted hold their keys",
                true);
    }

    /** One line for people. */
    @Override
    public String toString() {
        return where + ": expected " + expected + ", found " + found;
    }
}
