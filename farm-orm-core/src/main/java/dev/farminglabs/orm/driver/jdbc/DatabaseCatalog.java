package dev.farminglabs.orm.driver.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database has of the tables that were asked for. Immutable.
 *
 * @param namespace whether the namespace is there
 * @param tables    the tables that are there, by name
 */
record DatabaseCatalog(boolean namespace, Map<String, Table> tables) {

    /**
     * A table.
     *
     * @param columns    its columns by name, in order
     * @param indexes    its indexes over whole columns and all rows, those of its keys included
     * @param references its references of one column
     * @param checks     its checks on one column
     */
    record Table(Map<String, Column> columns, List<Index> indexes, List<Reference> references, List<Check> checks) {

        /** Whether an index keeps exactly these columns unique. */
        boolean unique(Set<String> names) {
            return indexes.stream()
                    .anyMatch(index ->
                            index.unique() && Set.copyOf(index.columns()).equals(names));
        }

        /** Whether a reference can point at these columns. */
        boolean referable(Set<String> names) {
            return indexes.stream()
                    .anyMatch(index ->
                            index.referable() && Set.copyOf(index.columns()).equals(names));
        }

        /** Whether an index begins with these columns. */
        boolean indexed(List<String> names) {
            return indexes.stream()
                    .map(Index::columns)
                    .anyMatch(columns -> columns.size() >= names.size()
                            && columns.subList(0, names.size()).equals(names));
        }
    }

    /**
     * A column.
     *
     * @param type         its type as the dialect spells it
     * @param nullable     whether it can be null
     * @param defaultValue the expression of its default, or null
     * @param generation   null, {@code BY DEFAULT}, {@code ALWAYS} or {@code COMPUTED}
     * @param collation    the collation that does not order by code point, or null
     * @param exact        whether equal text is identical text
     * @param comment      its comment, or null
     */
    record Column(
            String type,
            boolean nullable,
            @Nullable String defaultValue,
            @Nullable String generation,
            @Nullable String collation,
            boolean exact,
            @Nullable String comment) {}

    /**
     * An index.
     *
     * @param name      its name
     * @param columns   its columns in order
     * @param unique    whether it keeps them unique
     * @param referable whether a reference can point at them
     */
    record Index(String name, List<String> columns, boolean unique, boolean referable) {}

    /**
     * A reference.
     *
     * @param column       the column that points
     * @param targetTable  the table pointed at
     * @param targetColumn the column pointed at
     * @param deleteRule   such as {@code SET NULL}
     */
    record Reference(String column, String targetTable, String targetColumn, String deleteRule) {}

    /**
     * A check.
     *
     * @param column the column it is about
     * @param name   its name
     * @param text   its expression
     */
    record Check(String column, String name, String text) {}
}
