package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.DeleteRule;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.sql.ConstraintNames;
import dev.farminglabs.orm.sql.ddl.SchemaSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables and relations as a TypeScript module for Drizzle, for the tables that a setup makes. Used once. */
final class Drizzle {

    /** Words of the language and what the module imports. */
    private static final String RESERVED = """
            break case catch class const continue debugger default delete do else enum export extends false finally for
            function if implements import in instanceof interface let new null package private protected public return
            static super switch this throw true try typeof var void while with yield await async arguments eval undefined
            NaN Infinity Date String Object
            sql relations one many pgTable mysqlTable sqliteTable pgSchema mysqlSchema text varchar longtext integer int
            bigint numeric decimal boolean timestamp datetime jsonb customType json index uniqueIndex foreignKey
            PgTableExtraConfigValue MySqlTableExtraConfigValue SQLiteTableExtraConfigValue
            """;

    private final Sources sources;
    private final DrizzleTypes types;
    private final ModelNames names;
    private final List<Link> links;
    private final Map<String, String> namespaces = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();

    private Drizzle(Sources sources, DrizzleTypes types) {
        this.sources = sources;
        this.types = types;
        this.names = new ModelNames(sources, name -> name, RESERVED.trim().split("\\s+"));
        this.links = Link.of(sources, names);
        sources.namespaces().forEach(name -> namespaces.put(name, names.top(name)));
    }

    /** The module; refuses a database that Drizzle does not know. */
    static String module(Sources sources, SqlDialect dialect) {
        Drizzle module = new Drizzle(sources, DrizzleTypes.of(dialect, sources));
        module.namespaces.forEach((name, called) -> module.body
                .append("\nexport const ")
                .append(called)
                .append(" = ")
                .append(module.types.importing(module.types.schemaFunction()))
                .append('(')
                .append(Literals.typeScript(name))
                .append(");\n"));
        sources.models().forEach(module::table);
        sources.models().forEach(module::relations);
        return "// Schema " + Literals.oneLine(sources.names()) + ", made by Farm ORM.\n"
                + module.types.head(!module.links.isEmpty()) + module.body;
    }

    /** Refuses a database that Drizzle does not know. */
    static void check(SqlDialect dialect) {
        if (dialect == SqlDialect.H2) {
            throw OrmFailure.of(
                            OrmErrorCode.UNSUPPORTED,
                            "Drizzle does not know " + dialect.store()
                                    + ": it knows postgresql, mysql (also for mariadb) and sqlite")
                    .exception();
        }
    }

    private void table(ModelDefinition model) {
        String namespace = sources.namespace(model);
        String maker =
                namespace == null ? types.importing(types.tableFunction()) : namespaces.get(namespace) + ".table";
        body.append("\nexport const ")
                .append(names.of(model))
                .append(" = ")
                .append(maker)
                .append('(')
                .append(Literals.typeScript(sources.table(model)))
                .append(", {\n");
        for (FieldDefinition field : model.fields()) {
            if (field.description() != null) {
                body.append("  /** ")
                        .append(Literals.comment(field.description()))
                        .append(" */\n");
            }
            body.append("  ")
                    .append(names.of(field))
                    .append(": ")
                    .append(types.column(field))
                    .append(",\n");
        }
        body.append("}");
        List<String> extras = extras(model);
        if (!extras.isEmpty()) {
            body.append(", (t): ").append(types.importing(types.extraType())).append("[] => [\n");
            extras.forEach(extra -> body.append("  ").append(extra).append(",\n"));
            body.append("]");
        }
        body.append(");\n");
    }

    private List<String> extras(ModelDefinition model) {
        ConstraintNames constraints = types.names(model);
        List<String> extras = new ArrayList<>();
        for (UniqueDefinition key : SchemaSql.keys(model)) {
            extras.add(types.importing("uniqueIndex") + "(" + Literals.typeScript(constraints.unique(key)) + ").on("
                    + members(key.fields()) + ")");
        }
        for (List<FieldDefinition> fields : SchemaSql.indexes(model)) {
            extras.add(types.importing("index") + "(" + Literals.typeScript(constraints.index(model, fields)) + ").on("
                    + members(fields) + ")");
        }
        for (Link link : links) {
            if (link.field().model() == model) {
                extras.add(reference(link, constraints));
            }
        }
        return extras;
    }

    private String reference(Link link, ConstraintNames constraints) {
        FieldDefinition target = link.target();
        // a table that names itself while it is made has no type yet
        String table = target.model() == link.field().model() ? "t" : names.of(target.model());
        return types.importing("foreignKey") + "({ name: "
                + Literals.typeScript(constraints.foreignKey(link.field())) + ", columns: [t." + names.of(link.field())
                + "], foreignColumns: [" + table + "." + names.of(target) + "] }).onDelete("
                + Literals.typeScript(rule(link.reference().onDelete())) + ")";
    }

    private static String rule(DeleteRule rule) {
        return switch (rule) {
            case RESTRICT -> "restrict";
            case CASCADE -> "cascade";
            case SET_NULL -> "set null";
        };
    }

    private String members(List<FieldDefinition> fields) {
        return fields.stream().map(field -> "t." + names.of(field)).collect(Collectors.joining(", "));
    }

    private void relations(ModelDefinition model) {
        List<String> lines = new ArrayList<>();
        boolean one = false;
        boolean many = false;
        for (Link link : links) {
            String name = Literals.typeScript(names.of(link.field().model()) + "_" + names.of(link.field()));
            if (link.field().model() == model) {
                one = true;
                String other = names.of(link.target().model());
                lines.add(link.forward() + ": one(" + other + ", { fields: [" + names.of(model) + "."
                        + names.of(link.field()) + "], references: [" + other + "." + names.of(link.target())
                        + "], relationName: " + name + " })");
            }
            if (link.target().model() == model) {
                one |= link.single();
                many |= !link.single();
                lines.add(link.backward() + ": " + (link.single() ? one(link, name) : many(link, name)));
            }
        }
        if (!lines.isEmpty()) {
            String makers = one && many ? "one, many" : one ? "one" : "many";
            body.append("\nexport const ")
                    .append(names.top(names.of(model) + "Relations"))
                    .append(" = relations(")
                    .append(names.of(model))
                    .append(", ({ ")
                    .append(makers)
                    .append(" }) => ({\n");
            lines.forEach(line -> body.append("  ").append(line).append(",\n"));
            body.append("}));\n");
        }
    }

    private String many(Link link, String name) {
        return "many(" + names.of(link.field().model()) + ", { relationName: " + name + " })";
    }

    /** The end without a column of its own. Only where it needs no name does Drizzle know that there may be none. */
    private String one(Link link, String name) {
        ModelDefinition model = link.target().model();
        ModelDefinition other = link.field().model();
        long between = links.stream()
                .filter(any -> ends(any.field().model(), any.target().model()).equals(ends(model, other)))
                .count();
        if (between == 1 && model != other) {
            return "one(" + names.of(other) + ")";
        }
        return "one(" + names.of(other) + ", { fields: [" + names.of(model) + "." + names.of(link.target())
                + "], references: [" + names.of(other) + "." + names.of(link.field()) + "], relationName: " + name
                + " })";
    }

    private static Set<ModelDefinition> ends(ModelDefinition one, ModelDefinition other) {
        return new HashSet<>(List.of(one, other));
    }
}
