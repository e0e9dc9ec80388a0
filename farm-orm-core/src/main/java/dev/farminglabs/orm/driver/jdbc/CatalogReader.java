package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Check;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Column;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Index;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Reference;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Table;
import dev.farminglabs.orm.sql.ddl.CatalogQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Asks a database what it has of a schema: six questions, whatever the number of tables. Used once. */
final class CatalogReader {

    private final SetupStatements statements;
    private final CatalogQueries queries;
    private final MapSqlParameterSource parameters;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<List<String>, Index> indexes = new LinkedHashMap<>();

    private CatalogReader(SetupStatements statements, CatalogQueries queries, SchemaDefinition schema) {
        this.statements = statements;
        this.queries = queries;
        List<String> names = schema.models().stream().map(schema::table).toList();
        this.parameters = new MapSqlParameterSource()
                .addValue("namespace", schema.namespace(), Types.VARCHAR)
                .addValue("tables", names.isEmpty() ? List.of("") : names, Types.VARCHAR);
    }

    /** What there is of the schema's tables. */
    static DatabaseCatalog read(SetupStatements statements, CatalogQueries queries, SchemaDefinition schema) {
        return new CatalogReader(statements, queries, schema).read();
    }

    private DatabaseCatalog read() {
        boolean namespace = ask("namespaces", queries.namespace(), (row, number) -> row.getLong(1)).stream()
                .anyMatch(found -> found > 0);
        List<String> names = ask("tables", queries.tables(), (row, number) -> row.getString("table_name"));
        for (String name : names) {
            tables.put(name, new Table(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
        ask("columns", queries.columns(), (row, number) -> table(row).columns().put(name(row), column(row)));
        ask("indexes", queries.indexes(), (row, number) -> index(row).columns().add(name(row)));
        ask(
                "references",
                queries.references(),
                (row, number) -> table(row).references().add(reference(row)));
        ask("checks", queries.checks(), (row, number) -> table(row).checks().add(check(row)));
        return new DatabaseCatalog(namespace, tables);
    }

    private <T> List<T> ask(String what, String sql, RowMapper<T> mapper) {
        return statements.query("reading the " + what + " of the database", sql, parameters, mapper);
    }

    /** A table that was made since the tables were read is not of interest: the answer is as of then. */
    private Table table(ResultSet row) throws SQLException {
        Table table = tables.get(row.getString("table_name"));
        return table != null
                ? table
                : new Table(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private static String name(ResultSet row) throws SQLException {
        return row.getString("column_name");
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString("column_type"),
                row.getBoolean("is_nullable"),
                row.getString("default_text"),
                row.getString("generation"),
                row.getString("collation_text"),
                row.getBoolean("is_exact"),
                row.getString("comment_text"));
    }

    /** One row per column: the first one of an index makes it. */
    private Index index(ResultSet row) throws SQLException {
        List<String> key = List.of(row.getString("table_name"), row.getString("index_name"));
        Index known = indexes.get(key);
        if (known == null) {
            known = new Index(
                    key.get(1), new ArrayList<>(), row.getBoolean("is_unique"), row.getBoolean("is_referable"));
            indexes.put(key, known);
            table(row).indexes().add(known);
        }
        return known;
    }

    private static Reference reference(ResultSet row) throws SQLException {
        return new Reference(
                name(row), row.getString("target_table"), row.getString("target_column"), row.getString("delete_rule"));
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(name(row), row.getString("check_name"), row.getString("check_text"));
    }
}
