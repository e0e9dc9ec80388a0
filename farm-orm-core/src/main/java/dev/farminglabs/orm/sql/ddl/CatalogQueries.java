package dev.farminglabs.orm.sql.ddl;

/**
 * How one database is asked what is there. Every text takes the parameters {@code :namespace}, which may be null for the
 * connection's own, and all but the first {@code :tables}, a list of table names. The answers of all databases have the
 * same columns, so that one reader reads them.
 *
 * @param namespace  one number, above 0 when the namespace is there
 * @param tables     {@code table_name}
 * @param columns    {@code table_name, column_name, column_type} spelled as in {@link ColumnTypes}, {@code is_nullable,
 *                   default_text, generation} (null, {@code BY DEFAULT}, {@code ALWAYS} or {@code COMPUTED}), {@code
 *                   collation_text} (null where text is ordered by code point), {@code is_exact} (whether equal text is
 *                   identical text), {@code comment_text}
 * @param indexes    {@code table_name, index_name, is_unique, is_referable, column_name}, in the order of the columns;
 *                   only indexes over whole columns and all rows
 * @param references {@code table_name, column_name, target_table, target_column, delete_rule}; of one column only
 * @param checks     {@code table_name, column_name, check_name, check_text}; on one column only
 */
public record CatalogQueries(
        String namespace, String tables, String columns, String indexes, String references, String checks) {}
