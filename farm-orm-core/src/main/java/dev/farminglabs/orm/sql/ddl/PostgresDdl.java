package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.sql.form.ValueForm;
import java.util.List;
import java.util.Map;

/** How PostgreSQL says it. */
final class PostgresDdl {

    private static final ColumnTypes TYPES = new ColumnTypes(
            "text",
            "character varying",
            10_485_760,
            1,
            "integer",
            "bigint",
            "numeric",
            "boolean",
            "timestamp(3) with time zone",
            "jsonb",
            Map.of(
                    "integer", List.of("bigint"),
                    "text", List.of("character varying"),
                    "character varying", List.of("text")));

    /** The tables asked for: those of the namespace, or those that a name without one finds. */
    private static final String TABLES = """
            with t as (
              select c.oid, c.relname
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where c.relkind in ('r', 'p', 'v', 'f') and c.relname in (:tables)
                and case
                  when cast(:namespace as text) is null
                    then pg_catalog.pg_table_is_visible(c.oid) and n.nspname <> 'pg_catalog'
                  else n.nspname = cast(:namespace as text)
                end)
            """;

    /** Columns that only newer versions have are read through JSON, so that one text serves all versions. */
    private static final CatalogQueries CATALOG = new CatalogQueries(
            "select count(*) from pg_catalog.pg_namespace"
                    + " where nspname = coalesce(cast(:namespace as text), current_schema())",
            TABLES + "select relname as table_name from t",
            TABLES + """
                    , d as (
                      select coalesce(to_jsonb(b)->>'datlocprovider', 'c') as provider, b.datcollate
                      from pg_catalog.pg_database b where b.datname = current_database())
                    select t.relname as table_name, a.attname as column_name,
                      pg_catalog.format_type(a.atttypid, a.atttypmod) as column_type,
                      not a.attnotnull as is_nullable,
                      case when a.attgenerated = '' then pg_catalog.pg_get_expr(e.adbin, e.adrelid) end as default_text,
                      case
                        when a.attidentity = 'd' then 'BY DEFAULT'
                        when a.attidentity = 'a' then 'ALWAYS'
                        when a.attgenerated <> '' then 'COMPUTED'
                        when pg_catalog.pg_get_expr(e.adbin, e.adrelid) like 'nextval(%' then 'BY DEFAULT'
                      end as generation,
                      case
                        when k.oid is null or k.collname in ('C', 'POSIX', 'ucs_basic', 'C.UTF-8', 'C.utf8', 'pg_c_utf8')
                          then null
                        when k.collname <> 'default' then k.collname
                        when d.provider = 'b' or d.provider = 'c' and d.datcollate in ('C', 'POSIX') then null
                        else 'the default of the database, ' || d.datcollate
                      end as collation_text,
                      coalesce(to_jsonb(k)->>'collisdeterministic', 'true') = 'true' as is_exact,
                      pg_catalog.col_description(t.oid, a.attnum) as comment_text
                    from t cross join d
                    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                    left join pg_catalog.pg_attrdef e on e.adrelid = t.oid and e.adnum = a.attnum
                    left join pg_catalog.pg_collation k on k.oid = a.attcollation
                    order by t.relname, a.attnum
                    """,
            TABLES + """
                    select t.relname as table_name, i.relname as index_name, a.attname as column_name,
                      x.indisunique and x.indimmediate as is_unique, x.indisunique and x.indimmediate as is_referable
                    from t
                    join pg_catalog.pg_index x on x.indrelid = t.oid
                    join pg_catalog.pg_class i on i.oid = x.indexrelid
                    join pg_catalog.pg_am m on m.oid = i.relam and m.amname = 'btree'
                    cross join lateral unnest(cast(x.indkey as int2[])) with ordinality as k(attnum, ordinal)
                    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
                    where x.indpred is null and x.indexprs is null and x.indisvalid and k.ordinal <= x.indnkeyatts
                      and coalesce(to_jsonb(x)->>'indnullsnotdistinct', 'false') = 'false'
                    order by t.relname, i.relname, k.ordinal
                    """,
            TABLES + """
                    select t.relname as table_name, a.attname as column_name,
                      f.relname as target_table, g.attname as target_column,
                      case o.confdeltype
                        when 'c' then 'CASCADE' when 'n' then 'SET NULL' when 'd' then 'SET DEFAULT' else 'RESTRICT'
                      end as delete_rule
                    from t
                    join pg_catalog.pg_constraint o on o.conrelid = t.oid and o.contype = 'f' and cardinality(o.conkey) = 1
                    join pg_catalog.pg_class f on f.oid = o.confrelid
                    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = o.conkey[1]
                    join pg_catalog.pg_attribute g on g.attrelid = f.oid and g.attnum = o.confkey[1]
                    where coalesce(to_jsonb(o)->>'conenforced', 'true') = 'true'
                    """,
            TABLES + """
                    select t.relname as table_name, a.attname as column_name, o.conname as check_name,
                      pg_catalog.pg_get_constraintdef(o.oid) as check_text
                    from t
                    join pg_catalog.pg_constraint o on o.conrelid = t.oid and o.contype = 'c' and cardinality(o.conkey) = 1
                    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = o.conkey[1]
                    where coalesce(to_jsonb(o)->>'conenforced', 'true') = 'true'
                    """);

    /** The eight letters {@code farm-orm} as a number; advisory locks belong to one database already. */
    private static final DdlDialect.SetupLock LOCK =
            new DdlDialect.SetupLock("select pg_catalog.pg_advisory_xact_lock(7377303477848863341)", null, false);

    static final DdlDialect DIALECT = new DdlDialect(
            "postgresql",
            TYPES,
            new SqlLiterals(SqlLiterals.Backslash.MARKED, "timestamp with time zone ", ValueForm.STANDARD),
            "C",
            "generated by default as identity",
            "date_trunc('milliseconds', now())",
            " nulls first",
            DdlDialect.Comments.STATEMENT,
            63,
            true,
            false,
            true,
            false,
            LOCK,
            "%s in (%s)",
            CATALOG,
            DdlDialect.Writing.STANDARD);

    private PostgresDdl() {}
}
