package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.sql.ConstraintNames;
import dev.farminglabs.orm.sql.ddl.DdlDialect;
import dev.farminglabs.orm.sql.ddl.SchemaSql;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Drizzle calls tables and columns of one database, and what a module has to import for it. Not thread-safe. */
final class DrizzleTypes {

    private static final Pattern LENGTH = Pattern.compile("(?:character varying|varchar)\\((\\d+)\\)");

    /** MySQL and MariaDB have JSON as text, which Drizzle's own type would not read. */
    private static final String JSON_TEXT = """

            const json = customType<{ data: unknown; driverData: string }>({
              dataType: () => "longtext",
              toDriver: (value) => JSON.stringify(value),
              fromDriver: (value) => JSON.parse(value),
            });
            """;

    private enum Core {
        PG("pg", "Pg"),
        MYSQL("mysql", "MySql"),
        SQLITE("sqlite", "SQLite");

        private final String word;
        private final String type;

        Core(String word, String type) {
            this.word = word;
            this.type = type;
        }
    }

    private final Core core;
    private final DdlDialect ddl;
    private final Sources sources;
    private final IdentityHashMap<ModelDefinition, ConstraintNames> names = new IdentityHashMap<>();
    private final TreeSet<String> imports = new TreeSet<>();
    private boolean sql;

    private DrizzleTypes(Core core, DdlDialect ddl, Sources sources) {
        this.core = core;
        this.ddl = ddl;
        this.sources = sources;
        for (ModelDefinition model : sources.models()) {
            names.put(model, new SchemaSql(sources.schema(model), ddl).names());
        }
    }

    static DrizzleTypes of(SqlDialect dialect, Sources sources) {
        Drizzle.check(dialect);
        Core core = switch (dialect) {
            case POSTGRESQL -> Core.PG;
            case SQLITE -> Core.SQLITE;
            case MARIADB, MYSQL, H2 -> Core.MYSQL;
        };
        return new DrizzleTypes(core, dialect.ddl(), sources);
    }

    ConstraintNames names(ModelDefinition model) {
        return Objects.requireNonNull(names.get(model), model::name);
    }

    /** The same name, which the module will import. */
    String importing(String name) {
        imports.add(name);
        return name;
    }

    String tableFunction() {
        return core.word + "Table";
    }

    String schemaFunction() {
        return core.word + "Schema";
    }

    String extraType() {
        return core.type + "TableExtraConfigValue";
    }

    /** The imports, once everything else is written. */
    String head(boolean relations) {
        boolean json = imports.contains("customType");
        String general = (relations ? "relations" : "") + (relations && sql ? ", " : "") + (sql ? "sql" : "");
        return (general.isEmpty() ? "" : "import { " + general + " } from \"drizzle-orm\";\n")
                + imports.stream()
                        .map(name -> name.endsWith("Value") ? "type " + name : name)
                        .collect(Collectors.joining(
                                ", ", "import { ", " } from \"drizzle-orm/" + core.word + "-core\";\n"))
                + (json ? JSON_TEXT : "");
    }

    /** The column with its rules; keys and references are the table's. */
    String column(FieldDefinition field) {
        StringBuilder text = new StringBuilder(type(field));
        if (field.is(FieldRole.ID)) {
            text.append(".primaryKey(")
                    .append(SchemaSql.generated(field) && core == Core.SQLITE ? "{ autoIncrement: true }" : "")
                    .append(')');
            text.append(
                    !SchemaSql.generated(field) || core == Core.SQLITE
                            ? ""
                            : core == Core.PG ? ".generatedByDefaultAsIdentity()" : ".autoincrement()");
        }
        if (!field.nullable() && !field.is(FieldRole.ID)) {
            text.append(".notNull()");
        }
        String value = value(field);
        if (value != null) {
            text.append(".default(").append(value).append(')');
        }
        if (field.is(FieldRole.UPDATED_NOW)) {
            text.append(".$onUpdate(() => new Date())");
        }
        return text.toString();
    }

    private String type(FieldDefinition field) {
        boolean sqlite = core == Core.SQLITE;
        return switch (field.kind()) {
            case STRING -> string(field, "");
            case ENUMERATION -> string(field, enumeration(field));
            case INTEGER -> call(core == Core.MYSQL ? "int" : "integer", field, "");
            case BIGINT -> sqlite ? call("integer", field, "") : call("bigint", field, "mode: \"bigint\"");
            case DECIMAL -> decimal(field);
            case BOOLEAN -> sqlite ? call("integer", field, "mode: \"boolean\"") : call("boolean", field, "");
            case DATETIME ->
                switch (core) {
                    case PG -> call("timestamp", field, "mode: \"date\", precision: 3, withTimezone: true");
                    case MYSQL -> call("datetime", field, "mode: \"date\", fsp: 3");
                    case SQLITE -> call("integer", field, "mode: \"timestamp_ms\"");
                };
            case JSON ->
                switch (core) {
                    case PG -> call("jsonb", field, "");
                    case MYSQL -> json(field);
                    case SQLITE -> call("text", field, "mode: \"json\"");
                };
        };
    }

    private String json(FieldDefinition field) {
        importing("customType");
        return "json(" + Literals.typeScript(sources.column(field)) + ")";
    }

    private String decimal(FieldDefinition field) {
        String digits = "precision: " + field.precision() + ", scale: " + field.scale();
        return switch (core) {
            case PG -> call("numeric", field, digits);
            case MYSQL -> call("decimal", field, digits);
            case SQLITE -> call("text", field, ""); // text that sorts, and no number
        };
    }

    private String string(FieldDefinition field, String options) {
        Matcher limited = LENGTH.matcher(ddl.types().of(field));
        if (limited.matches()) {
            return call("varchar", field, "length: " + limited.group(1) + (options.isEmpty() ? "" : ", " + options));
        }
        return call(core == Core.MYSQL ? "longtext" : "text", field, options);
    }

    private static String enumeration(FieldDefinition field) {
        return Objects.requireNonNull(field.enumeration()).texts().stream()
                .map(Literals::typeScript)
                .collect(Collectors.joining(", ", "enum: [", "]"));
    }

    private String call(String function, FieldDefinition field, String options) {
        return importing(function) + "(" + Literals.typeScript(sources.column(field))
                + (options.isEmpty() ? "" : ", { " + options + " }") + ")";
    }

    private @Nullable String value(FieldDefinition field) {
        DefaultValue value = field.defaultValue();
        if (value instanceof DefaultValue.Now) {
            sql = true;
            return "sql`" + Literals.template(ddl.now()) + "`";
        }
        return value instanceof DefaultValue.Constant constant ? constant(field, constant.value()) : null;
    }

    private @Nullable String constant(FieldDefinition field, Object value) {
        String text = Literals.constant(field, value);
        return switch (field.kind()) {
            case STRING, ENUMERATION -> Literals.typeScript(text);
            case INTEGER, BOOLEAN -> text;
            case BIGINT -> core == Core.SQLITE ? number((Long) value) : text + "n";
            case DECIMAL -> core == Core.SQLITE ? null : Literals.typeScript(text);
            case DATETIME -> "new Date(" + ((Instant) value).toEpochMilli() + ")";
            case JSON -> null;
        };
    }

    /** A whole number, exactly: beyond 53 bits only the database can have it. */
    private String number(long value) {
        if (Math.abs(value) < 1L << 53) {
            return Long.toString(value);
        }
        sql = true;
        return "sql`" + value + "`";
    }
}
