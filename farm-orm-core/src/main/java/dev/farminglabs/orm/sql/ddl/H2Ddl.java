package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.sql.form.ValueForm;
import java.util.List;
import java.util.Map;

/** How H2 2.4 says it. */
final class H2Ddl {

    // Character varying has room for 10^9 characters, is stored out of line when long and can be compared: good for
    // JSON.
    private static final ColumnTypes TYPES = new ColumnTypes(
            "character varying",
            "character varying",
            999_999_999,
            // UTF-16 units
            2,
            "integer",
            "bigint",
            "numeric",
            "boolean",
            "timestamp(3) with time zone",
            "character varying",
            Map.of("integer", List.of("bigint"), "character varying", List.of("character large object")));

    private static final String HERE = "coalesce(cast(:namespace as character varying), current_schema)";

    private static final CatalogQueries CATALOG = new CatalogQueries(
            "select count(*) from information_schema.schemata where schema_name = " + HERE,
            """
            select table_name from information_schema.tables
            where table_schema = %s and table_name in (:tables)
            """.formatted(HERE),
            """
            select table_name, column_name,
              case
                when upper(data_type) = 'CHARACTER VARYING' and character_maximum_length < 1000000000
                  then 'character varying(' || character_maximum_length || ')'
                when upper(data_type) = 'CHARACTER' then 'character(' || character_maximum_length || ')'
                when upper(data_type) = 'NUMERIC' then 'numeric(' || numeric_precision || ',' || numeric_scale || ')'
                when upper(data_type) = 'TIMESTAMP WITH TIME ZONE' then 'timestamp(' || datetime_precision || ') with time zone'
                else lower(data_type)
              end as column_type,
              is_nullable = 'YES' as is_nullable,
              column_default as default_text,
              case
                when is_identity = 'YES' then identity_generation
                when is_generated = 'ALWAYS' then 'COMPUTED'
                when column_default like 'NEXT VALUE FOR %%' then 'BY DEFAULT'
              end as generation,
              nullif(collation_name, 'OFF') as collation_text,
              coalesce(collation_name, 'OFF') = 'OFF' as is_exact,
              remarks as comment_text
            from information_schema.columns
            where table_schema = %s and table_name in (:tables)
            order by table_name, ordinal_position
            """.formatted(HERE),
            """
            select c.table_name, c.index_name, c.is_unique, c.column_name,
              exists (select 1 from information_schema.table_constraints k
                where k.index_schema = c.index_schema and k.index_name = c.index_name
                  and k.constraint_type in ('PRIMARY KEY', 'UNIQUE')) as is_referable
            from information_schema.index_columns c
            join information_schema.indexes i on i.index_schema = c.index_schema and i.index_name = c.index_name
            where c.table_schema = %s and c.table_name in (:tables)
              and coalesce(i.nulls_distinct, 'YES') = 'YES'
            order by c.table_name, c.index_name, c.ordinal_position
            """.formatted(HERE),
            """
            select k.table_name, k.column_name, u.table_name as target_table, u.column_name as target_column,
              case when r.delete_rule = 'NO ACTION' then 'RESTRICT' else r.delete_rule end as delete_rule
            from information_schema.referential_constraints r
            join information_schema.key_column_usage k
              on k.constraint_schema = r.constraint_schema and k.constraint_name = r.constraint_name
            join information_schema.key_column_usage u
              on u.constraint_schema = r.unique_constraint_schema and u.constraint_name = r.unique_constraint_name
                and u.ordinal_position = k.position_in_unique_constraint
            where k.table_schema = %s and k.table_name in (:tables)
              and (select count(*) from information_schema.key_column_usage o
                where o.constraint_schema = r.constraint_schema and o.constraint_name = r.constraint_name) = 1
            """.formatted(HERE),
            """
            select u.table_name, u.column_name, c.constraint_name as check_name, c.check_clause as check_text
            from information_schema.check_constraints c
            join information_schema.constraint_column_usage u
              on u.constraint_schema = c.constraint_schema and u.constraint_name = c.constraint_name
            where u.table_schema = %s and u.table_name in (:tables)
              and (select count(*) from information_schema.constraint_column_usage o
                where o.constraint_schema = c.constraint_schema and o.constraint_name = c.constraint_name) = 1
            """.formatted(HERE));

    static final DdlDialect DIALECT = new DdlDialect(
            "h2",
            TYPES,
            new SqlLiterals(SqlLiterals.Backslash.PLAIN, "timestamp with time zone ", ValueForm.STANDARD),
            null,
            "generated by default as identity",
            // current_timestamp(3) would round
            "date_trunc(millisecond, current_timestamp)",
            "",
            DdlDialect.Comments.STATEMENT,
            256,
            false,
            true,
            true,
            true,
            null,
            // in (...) would be tied to the session that made the table, and fail once it has ended
            "%s = any(array[%s])",
            CATALOG,
            DdlDialect.Writing.STANDARD);

    private H2Ddl() {}
}
