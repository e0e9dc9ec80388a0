package dev.farminglabs.orm.render;

import java.util.stream.Collectors;

/** Schemas as scripts of SQL statements. */
final class Scripts {

    /** The statements that make the tables in a database that has none of them. */
    static String sql(Sources sources, SqlDialect dialect) {
        return SchemaParts.fresh(sources, dialect.ddl()).stream()
                .map(part -> "\n" + part.statement() + ";\n")
                .collect(Collectors.joining(
                        "", "-- Schema " + Literals.oneLine(sources.names()) + ", made by Farm ORM.\n", ""));
    }

    /**
     * The same as Liquibase change sets, one for each statement: what Liquibase has run it knows by name, and a text with a
     * semicolon is not taken apart.
     */
    static String liquibase(Sources sources, SqlDialect dialect) {
        StringBuilder script = new StringBuilder("--liquibase formatted sql\n");
        for (Part part : SchemaParts.fresh(sources, dialect.ddl())) {
            script.append("\n--changeset farm-orm:")
                    .append(part.what().replaceAll("[^\\p{L}\\p{N}_.]+", "-"))
                    .append(" splitStatements:false stripComments:false\n")
                    .append(part.statement())
                    .append(";\n");
        }
        return script.toString();
    }

    private Scripts() {}
}
