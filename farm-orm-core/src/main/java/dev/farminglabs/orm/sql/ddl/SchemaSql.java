package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.DeleteRule;
import dev.farminglabs.orm.definition.Enumeration;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.sql.ConstraintNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The statements that make the tables of one schema in one database. There is none that drops or changes anything. Every
 * name is quoted and every constant is a literal, so that no name and no text can become more than that. Immutable.
 */
public final class SchemaSql {

    private final SchemaDefinition schema;
    private final DdlDialect dialect;
    private final ConstraintNames names;
    private final ColumnDefaults defaults;

    /** The statements for that schema in that database. */
    public SchemaSql(SchemaDefinition schema, DdlDialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
        this.names = new ConstraintNames(schema, dialect.identifierLimit());
        this.defaults = new ColumnDefaults(dialect);
    }

    /** The schema. */
    public SchemaDefinition schema() {
        return schema;
    }

    /** The database. */
    public DdlDialect dialect() {
        return dialect;
    }

    /** The names of keys, indexes and constraints. */
    public ConstraintNames names() {
        return names;
    }

    /** The defaults of columns. */
    public ColumnDefaults defaults() {
        return defaults;
    }

    /** The unique keys that get an index of their own: all but the id. */
    public static List<UniqueDefinition> keys(ModelDefinition model) {
        return model.uniques().stream().filter(key -> !key.isId()).toList();
    }

    /** The indexes a table needs beside its keys: declared ones, and those for references and expiry. */
    public static List<List<FieldDefinition>> indexes(ModelDefinition model) {
        return WantedIndexes.of(model);
    }

    /** The fields of all models that reference another, in order. */
    public List<FieldDefinition> references() {
        return schema.models().stream()
                .flatMap(model -> model.fields().stream())
                .filter(field -> field.reference() != null)
                .toList();
    }

    /** Whether the field's values are checked: those of an enumeration with constants. */
    public static boolean checked(FieldDefinition field) {
        Enumeration constants = field.enumeration();
        return constants != null && !constants.texts().isEmpty();
    }

    /** Whether the database makes the field's value. */
    public static boolean generated(FieldDefinition field) {
        return field.defaultValue() instanceof DefaultValue.StoreGenerated;
    }

    /** The namespace; only for a schema that has one. */
    public String createNamespace() {
        return "create schema if not exists "
                + dialect.identifier().quoted(Objects.requireNonNull(schema.namespace(), "namespace"));
    }

    /** The table with its columns, its key and its checks. References follow once all tables are there. */
    public String createTable(ModelDefinition model) {
        List<String> parts = new ArrayList<>();
        model.fields().forEach(field -> parts.add(column(field)));
        parts.add("constraint " + dialect.identifier().quoted(names.primaryKey(model)) + " primary key ("
                + quoted(model.id()) + ")");
        for (FieldDefinition field : model.fields()) {
            if (checked(field)) {
                parts.add(named(names.check(field)) + checkClause(field));
            }
            if (field.reference() != null && !dialect.alterable()) {
                parts.add(named(names.foreignKey(field)) + referenceClause(field));
            }
        }
        return "create table " + unlessThere() + table(model) + " (\n  " + String.join(",\n  ", parts) + "\n)"
                + dialect.writing().tableEnd();
    }

    /** The column, for a table that is there; with its constraints where they cannot be added later. */
    public String addColumn(FieldDefinition field) {
        StringBuilder text = new StringBuilder("alter table ")
                .append(table(field.model()))
                .append(" add column ")
                .append(unlessThere())
                .append(column(field));
        if (!dialect.alterable() && checked(field)) {
            text.append(' ').append(named(names.check(field))).append(checkClause(field));
        }
        if (!dialect.alterable() && field.reference() != null) {
            text.append(' ').append(named(names.foreignKey(field))).append(targetClause(field));
        }
        return text.toString();
    }

    /** What a model that says {@code live()} later needs done to the records that are marked as deleted. */
    public String freeKeysOfMarked(ModelDefinition model) {
        FieldDefinition live = Objects.requireNonNull(model.with(FieldRole.LIVE), "live");
        FieldDefinition mark = Objects.requireNonNull(model.with(FieldRole.SOFT_DELETE), "mark");
        return "update " + table(model) + " set " + quoted(live) + " = null where " + quoted(mark) + " is not null";
    }

    /** The index that keeps a key unique. */
    public String uniqueIndex(UniqueDefinition key) {
        return "create unique index " + unlessThere() + dialect.identifier().quoted(names.unique(key)) + " on "
                + table(key.model()) + " (" + quoted(key.fields()) + ")";
    }

    /** The constraint over a key's index that some databases want at the target of a reference. */
    public String uniqueConstraint(UniqueDefinition key) {
        return addConstraint(key.model(), names.unique(key), "unique (" + quoted(key.fields()) + ")");
    }

    /** An index, whose nulls come first as they do in results. */
    public String index(ModelDefinition model, List<FieldDefinition> fields) {
        return index(model, fields, field -> false);
    }

    /**
     * An index over columns that are there.
     *
     * @param cut whether the index holds only the beginning of that field's text, because its column has room for more than
     *     an index has
     */
    public String index(ModelDefinition model, List<FieldDefinition> fields, Predicate<FieldDefinition> cut) {
        String columns = fields.stream()
                .map(field -> quoted(field)
                        + (cut.test(field) ? "(" + dialect.types().share(field) + ")" : "")
                        + (field.nullable() ? dialect.nullsFirst() : ""))
                .collect(Collectors.joining(", "));
        return "create index " + unlessThere() + dialect.identifier().quoted(names.index(model, fields)) + " on "
                + table(model) + " (" + columns + ")";
    }

    /** The constraint that keeps a reference from pointing at nothing. */
    public String foreignKey(FieldDefinition field) {
        return addConstraint(field.model(), names.foreignKey(field), referenceClause(field));
    }

    /** The constraint that allows the stored texts of an enumeration and nothing else. */
    public String check(FieldDefinition field) {
        return addConstraint(field.model(), names.check(field), checkClause(field));
    }

    /** The description of a field, for people who look at the table. */
    public String comment(FieldDefinition field) {
        return "comment on column " + table(field.model()) + "." + quoted(field) + " is "
                + dialect.literals().text(Objects.requireNonNull(field.description(), "description"));
    }

    private String column(FieldDefinition field) {
        StringBuilder text = new StringBuilder(quoted(field))
                .append(' ')
                .append(dialect.types().of(field));
        if (dialect.collates(field)) {
            text.append(" collate ").append(dialect.identifier().quoted(Objects.requireNonNull(dialect.collation())));
        }
        String value = defaults.of(field);
        if (generated(field)) {
            text.append(' ').append(dialect.identity());
        } else if (value != null) {
            text.append(" default ").append(dialect.writing().defaultValue().formatted(value));
        }
        if (!field.nullable()) {
            text.append(" not null");
        }
        if (field.description() != null && dialect.comments() == DdlDialect.Comments.INLINE) {
            text.append(" comment ").append(dialect.literals().text(field.description()));
        }
        return text.toString();
    }

    /** Whether the field holds text that is compared as text. */
    public static boolean collated(FieldDefinition field) {
        return field.kind() == FieldKind.STRING || field.kind() == FieldKind.ENUMERATION;
    }

    private String checkClause(FieldDefinition field) {
        Enumeration constants = Objects.requireNonNull(field.enumeration(), "enumeration");
        String texts = constants.texts().stream().map(dialect.literals()::text).collect(Collectors.joining(", "));
        return "check (" + dialect.oneOf().formatted(quoted(field), texts) + ")";
    }

    private String referenceClause(FieldDefinition field) {
        return "foreign key (" + quoted(field) + ") " + targetClause(field);
    }

    private String targetClause(FieldDefinition field) {
        ReferenceDefinition reference = Objects.requireNonNull(field.reference(), "reference");
        FieldDefinition target = reference.target();
        return "references " + table(target.model()) + " (" + quoted(target) + ") on delete "
                + rule(reference.onDelete());
    }

    private static String rule(DeleteRule rule) {
        return switch (rule) {
            case RESTRICT -> "restrict";
            case CASCADE -> "cascade";
            case SET_NULL -> "set null";
        };
    }

    private String named(String constraint) {
        return "constraint " + dialect.identifier().quoted(constraint) + " ";
    }

    private String addConstraint(ModelDefinition model, String name, String clause) {
        return "alter table " + table(model) + " add constraint " + unlessThere()
                + dialect.identifier().quoted(name) + " " + clause;
    }

    private String unlessThere() {
        return dialect.tolerant() ? "if not exists " : "";
    }

    private String table(ModelDefinition model) {
        return dialect.identifier().qualified(schema.namespace(), schema.table(model));
    }

    private String quoted(FieldDefinition field) {
        return dialect.identifier().quoted(schema.column(field));
    }

    private String quoted(List<FieldDefinition> fields) {
        return fields.stream().map(this::quoted).collect(Collectors.joining(", "));
    }
}
