package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.sql.form.Identifier;
import dev.farminglabs.orm.sql.form.ValueForm;
import java.util.List;
import java.util.Map;

/**
 * How SQLite says it. A column's type is a word that SQLite keeps as it is and of which it takes the affinity, so the words
 * here say what a column holds: {@code decimal_text(38,9)} is text, {@code millis_integer} is a whole number.
 */
final class SqliteDdl {

    private static final ColumnTypes TYPES = new ColumnTypes(
            "text",
            "text",
            1_000_000_000,
            1,
            "integer",
            "integer",
            "decimal_text",
            "boolean",
            "millis_integer",
            "text",
            Map.of("integer", List.of("bigint", "int"), "text", List.of("varchar", "character varying", "clob")));

    /** What begins with the brackets of {@code check ("plan" in ('FREE', 'PRO'))}, which the catalog has as part of the table. */
    private static final String CHECK =
            "substr(m.sql, instr(m.sql, 'check (' || %1$s || ' in ('))".formatted(quoted("c.name"));

    private static final CatalogQueries CATALOG = new CatalogQueries(
            "select 1 where :namespace is null or :namespace = 'main'",
            "select name as table_name from sqlite_master where type in ('table', 'view') and name in (:tables)",
            """
            select m.name as table_name, c.name as column_name, lower(c.type) as column_type,
              c.[notnull] = 0 as is_nullable, c.dflt_value as default_text,
              case
                when c.hidden in (2, 3) then 'COMPUTED'
                when c.pk = 1 and lower(c.type) = 'integer'
                  and (select count(*) from pragma_table_info(m.name) k where k.pk > 0) = 1 then 'BY DEFAULT'
              end as generation,
              null as collation_text, 1 as is_exact, null as comment_text
            from sqlite_master m join pragma_table_xinfo(m.name) c
            where m.type in ('table', 'view') and m.name in (:tables)
            order by m.name, c.cid
            """,
            """
            select m.name as table_name, i.name as index_name, i.[unique] as is_unique, i.[unique] as is_referable,
              c.name as column_name, c.seqno as place
            from sqlite_master m join pragma_index_list(m.name) i join pragma_index_info(i.name) c
            where m.type = 'table' and m.name in (:tables) and i.partial = 0 and i.origin <> 'pk'
              and not exists (select 1 from pragma_index_info(i.name) e where e.name is null)
            union all
            select m.name, 'primary key', 1, 1, c.name, c.pk
            from sqlite_master m join pragma_table_info(m.name) c
            where m.type = 'table' and m.name in (:tables) and c.pk > 0
            order by 1, 2, 6
            """,
            """
            select m.name as table_name, f.[from] as column_name, f.[table] as target_table,
              coalesce(f.[to], (select k.name from pragma_table_info(f.[table]) k where k.pk = 1)) as target_column,
              case when f.on_delete = 'NO ACTION' then 'RESTRICT' else f.on_delete end as delete_rule
            from sqlite_master m join pragma_foreign_key_list(m.name) f
            where m.type = 'table' and m.name in (:tables)
              and (select count(*) from pragma_foreign_key_list(m.name) o where o.id = f.id) = 1
            """,
            """
            select m.name as table_name, c.name as column_name, 'its check' as check_name,
              substr(%1$s, 1, instr(%1$s, '))') + 1) as check_text
            from sqlite_master m join pragma_table_info(m.name) c
            where m.type = 'table' and m.name in (:tables) and instr(m.sql, 'check (' || %2$s || ' in (') > 0
            """.formatted(CHECK, quoted("c.name")));

    /** The name as it stands in the text of the table. */
    private static String quoted(String column) {
        return "printf('" + Identifier.DOUBLE_QUOTES.quoted("%w") + "', " + column + ")";
    }

    /** A table that never outlives the transaction: making it takes the one write lock of the database. */
    private static final DdlDialect.SetupLock LOCK = new DdlDialect.SetupLock(
            "create table farm_orm_setup_lock (held integer)", "drop table farm_orm_setup_lock", false);

    static final DdlDialect DIALECT = new DdlDialect(
            "sqlite",
            TYPES,
            new SqlLiterals(SqlLiterals.Backslash.PLAIN, "", ValueForm.PRIMITIVE),
            null,
            "",
            // in brackets, as every expression; the time is the same throughout a statement
            "(cast(strftime('%s', 'now') as integer) * 1000 + cast(substr(strftime('%f', 'now'), 4) as integer))",
            "",
            DdlDialect.Comments.NONE,
            256,
            true,
            false,
            false,
            false,
            LOCK,
            "%s in (%s)",
            CATALOG,
            DdlDialect.Writing.STANDARD);

    private SqliteDdl() {}
}
