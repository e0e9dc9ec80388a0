package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.sql.form.Identifier;
import dev.farminglabs.orm.sql.form.ValueForm;
import java.util.List;
import java.util.Map;

/**
 * How MySQL 8 and MariaDB 10.6 say it. They differ in the collation that is exact, in what an updated time is called and in how
 * their catalogs spell defaults.
 */
final class MySqlDdl {

    /** What an index can hold in one entry, in characters of four bytes. */
    private static final int KEY_CHARACTERS = 768;

    private static final ColumnTypes TYPES = new ColumnTypes(
                    "longtext",
                    "varchar",
                    // all columns of a table share 65535 bytes, with those of longtext aside
                    2000,
                    1,
                    "int",
                    "bigint",
                    "decimal",
                    "tinyint(1)",
                    "datetime(3)",
                    "longtext",
                    Map.of("int", List.of("bigint"), "varchar", List.of("longtext", "mediumtext")))
            .withKeys(KEY_CHARACTERS);

    private static final String HERE = "coalesce(:namespace, database())";

    private static final String COLUMNS = """
            select table_name as table_name, column_name as column_name,
              case when data_type in ('int', 'bigint', 'smallint', 'mediumint') then concat(data_type,
                case when column_type like '%%unsigned%%' then ' unsigned' else '' end)
                else column_type end as column_type,
              is_nullable = 'YES' as is_nullable,
              %s as default_text,
              case
                when extra like '%%auto_increment%%' then 'BY DEFAULT'
                when extra like '%%VIRTUAL%%' or extra like '%%STORED%%' or extra like '%%PERSISTENT%%' then 'COMPUTED'
              end as generation,
              case when collation_name is null or %s then null else collation_name end as collation_text,
              collation_name is null or %s or collation_name = 'binary' as is_exact,
              column_comment as comment_text
            from information_schema.columns
            where table_schema = coalesce(:namespace, database()) and table_name in (:tables)
            order by table_name, ordinal_position
            """;

    private static CatalogQueries catalog(String columns, String checks) {
        return new CatalogQueries(
                "select count(*) from information_schema.schemata where schema_name = " + HERE,
                "select table_name as table_name from information_schema.tables where table_schema = " + HERE
                        + " and table_name in (:tables)",
                columns,
                """
                select table_name as table_name, index_name as index_name, non_unique = 0 as is_unique,
                  non_unique = 0 as is_referable, column_name as column_name
                from information_schema.statistics s
                where table_schema = %1$s and table_name in (:tables) and index_type = 'BTREE'
                  and not exists (select 1 from information_schema.statistics p
                    where p.table_schema = s.table_schema and p.table_name = s.table_name and p.index_name = s.index_name
                      and (p.sub_part is not null and p.non_unique = 0 or p.column_name is null))
                order by table_name, index_name, seq_in_index
                """.formatted(HERE),
                """
                select k.table_name as table_name, k.column_name as column_name,
                  k.referenced_table_name as target_table, k.referenced_column_name as target_column,
                  case when r.delete_rule = 'NO ACTION' then 'RESTRICT' else r.delete_rule end as delete_rule
                from information_schema.key_column_usage k
                join information_schema.referential_constraints r
                  on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name
                    and r.table_name = k.table_name
                where k.table_schema = %1$s and k.table_name in (:tables) and k.referenced_column_name is not null
                  and (select count(*) from information_schema.key_column_usage o
                    where o.constraint_schema = k.constraint_schema and o.constraint_name = k.constraint_name
                      and o.table_name = k.table_name) = 1
                """.formatted(HERE),
                checks);
    }

    /** A check is about the columns whose quoted names are in it. */
    private static String checks(String text, String from) {
        return """
            select c.table_name as table_name, c.column_name as column_name, k.constraint_name as check_name,
              %2$s as check_text
            from %3$s
            join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
            where c.table_schema = %1$s and c.table_name in (:tables)
              and (locate(concat('%4$s', replace(c.column_name, '%4$s', '%4$s%4$s'), '%4$s in '), k.check_clause) > 0
                or locate(concat('%4$s', replace(c.column_name, '%4$s', '%4$s%4$s'), '%4$s = '), k.check_clause) > 0)
            """.formatted(HERE, text, from, Identifier.BACKTICKS.mark());
    }

    /**
     * Literals as SQL has them. In a catalog's a backslash stands before a quote, where SQL doubles the quote, before another
     * backslash and in place of a line's end. Pairs of them are put aside first: what follows one is not escaped.
     */
    private static String unescaped(String text) {
        String aside = replaced(text, "92, 92", "1");
        String quotes = replaced(replaced(aside, "92, 39", "39, 39"), "92, 110", "10");
        return replaced(replaced(quotes, "92, 114", "13"), "1", "92");
    }

    /** MySQL escapes the whole expression once more, so that even the quotes around a literal are escaped. */
    private static String unescapedTwice(String text) {
        return unescaped(replaced(replaced(text, "92, 39", "39"), "92, 92", "92"));
    }

    /** By the numbers of the characters, as what a backslash means in a literal depends on who reads it. */
    private static String replaced(String text, String from, String to) {
        return "replace(" + text + ", char(" + from + " using utf8mb4), char(" + to + " using utf8mb4))";
    }

    private static final CatalogQueries MARIADB_CATALOG = catalog(
            COLUMNS.formatted(
                    "case when column_default = 'NULL' then null else " + unescaped("column_default") + " end",
                    "collation_name in ('utf8mb4_nopad_bin', 'utf8mb3_nopad_bin')",
                    "collation_name like '%nopad_bin'"),
            checks(
                    unescaped("k.check_clause"),
                    "information_schema.check_constraints k join information_schema.tables t"
                            + " on t.table_schema = k.constraint_schema and t.table_name = k.table_name"));

    private static final CatalogQueries MYSQL_CATALOG = catalog(
            COLUMNS.formatted(
                    "case when extra like '%DEFAULT_GENERATED%' then " + unescapedTwice("column_default")
                            + " else concat('''', replace(column_default, '''', ''''''), '''') end",
                    "collation_name = 'utf8mb4_0900_bin'",
                    "collation_name = 'utf8mb4_0900_bin'"),
            checks(
                    unescapedTwice("k.check_clause"),
                    "information_schema.check_constraints k join information_schema.table_constraints t"
                            + " on t.constraint_schema = k.constraint_schema and t.constraint_name = k.constraint_name"
                            + " and t.constraint_type = 'CHECK'"));

    /** Locks belong to the whole server; a name has at most 64 characters. Waits for ten minutes. */
    private static final String LOCK_NAME = "concat('farm_orm_', sha1(coalesce(database(), '')))";

    private static final DdlDialect.SetupLock LOCK = new DdlDialect.SetupLock(
            "select get_lock(" + LOCK_NAME + ", 600)", "select release_lock(" + LOCK_NAME + ")", true);

    static final DdlDialect MARIADB = dialect("mariadb", "utf8mb4_nopad_bin", MARIADB_CATALOG);

    static final DdlDialect MYSQL = dialect("mysql", "utf8mb4_0900_bin", MYSQL_CATALOG);

    private static DdlDialect dialect(String store, String collation, CatalogQueries catalog) {
        return new DdlDialect(
                store,
                TYPES,
                new SqlLiterals(SqlLiterals.Backslash.DOUBLED, "", ValueForm.LOCAL_TIMES),
                collation,
                "auto_increment",
                "utc_timestamp(3)",
                "",
                DdlDialect.Comments.INLINE,
                64,
                false,
                false,
                true,
                false,
                LOCK,
                "%s in (%s)",
                catalog,
                new DdlDialect.Writing(
                        Identifier.BACKTICKS,
                        DdlDialect.NameUnit.CHARACTERS,
                        // text of any length has a default only as an expression
                        "(%s)",
                        " engine=InnoDB default character set utf8mb4 collate " + collation));
    }

    private MySqlDdl() {}
}
