package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.sql.ConstraintNames;
import dev.farminglabs.orm.sql.ddl.SchemaSql;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Models in Prisma's schema language, for the tables that a setup makes. Used once. */
final class PrismaSchema {

    private final Sources sources;
    private final PrismaProvider provider;
    private final ModelNames names;
    private final List<Link> links;
    private final PrismaTypes types;
    private final IdentityHashMap<ModelDefinition, ConstraintNames> constraints = new IdentityHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private PrismaSchema(Sources sources, PrismaProvider provider) {
        this.sources = sources;
        this.provider = provider;
        this.names = new ModelNames(sources, FreeNames::capitalized, "PrismaClient", "Prisma");
        this.links = Link.of(sources, names);
        this.types = new PrismaTypes(provider, names);
        for (ModelDefinition model : sources.models()) {
            constraints.put(
                    model,
                    new SchemaSql(sources.schema(model), provider.dialect().ddl()).names());
        }
    }

    /** The models and enumerations. */
    static String models(Sources sources, PrismaProvider provider) {
        PrismaSchema schema = new PrismaSchema(sources, provider);
        List<String> blocks = new ArrayList<>();
        sources.models().forEach(model -> blocks.add(schema.model(model)));
        blocks.addAll(schema.types.enums());
        return String.join("\n", blocks);
    }

    private String model(ModelDefinition model) {
        text.setLength(0);
        text.append("model ").append(names.of(model)).append(" {\n");
        model.fields().forEach(this::field);
        for (Link link : links) {
            if (link.field().model() == model) {
                forward(link);
            }
        }
        for (Link link : links) {
            if (link.target().model() == model) {
                backward(link);
            }
        }
        text.append('\n');
        model.uniques().stream().filter(key -> key.fields().size() > 1).forEach(this::unique);
        for (List<FieldDefinition> fields : SchemaSql.indexes(model)) {
            line("@@index([" + fields(fields) + "], map: " + quoted(names(model).index(model, fields)) + ")");
        }
        line("@@map(" + quoted(sources.table(model)) + ")");
        String namespace = sources.namespace(model);
        if (namespace != null) {
            line("@@schema(" + quoted(namespace) + ")");
        }
        return text.append("}\n").toString();
    }

    private ConstraintNames names(ModelDefinition model) {
        return Objects.requireNonNull(constraints.get(model), model::name);
    }

    private void field(FieldDefinition field) {
        if (field.description() != null) {
            line("/// " + Literals.oneLine(field.description()));
        }
        String note = types.note(field);
        if (note != null) {
            line("/// " + Literals.oneLine(note));
        }
        StringBuilder attributes = new StringBuilder();
        if (field.is(FieldRole.ID)) {
            attributes.append(" @id");
            if (provider == PrismaProvider.POSTGRESQL) {
                attributes
                        .append("(map: ")
                        .append(quoted(names(field.model()).primaryKey(field.model())))
                        .append(')');
            }
        }
        String value = value(field);
        if (value != null) {
            attributes.append(" @default(").append(value).append(')');
        }
        if (field.is(FieldRole.UPDATED_NOW)) {
            attributes.append(" @updatedAt");
        }
        for (UniqueDefinition key : field.model().uniques()) {
            if (!key.isId() && key.fields().equals(List.of(field))) {
                attributes
                        .append(" @unique(map: ")
                        .append(quoted(names(field.model()).unique(key)))
                        .append(')');
            }
        }
        String column = sources.column(field);
        if (!column.equals(names.of(field))) {
            attributes.append(" @map(").append(quoted(column)).append(')');
        }
        line(names.of(field) + " " + types.of(field) + (field.nullable() ? "?" : "") + attributes
                + types.column(field));
    }

    private @Nullable String value(FieldDefinition field) {
        DefaultValue value = field.defaultValue();
        if (value instanceof DefaultValue.Constant constant) {
            return types.constant(field, constant.value());
        }
        if (value instanceof DefaultValue.NewId) {
            return "uuid(7)";
        }
        if (value instanceof DefaultValue.StoreGenerated) {
            return "autoincrement()";
        }
        return value instanceof DefaultValue.Now ? "now()" : null;
    }

    private void forward(Link link) {
        String rule = switch (link.reference().onDelete()) {
            case RESTRICT -> "Restrict";
            case CASCADE -> "Cascade";
            case SET_NULL -> "SetNull";
        };
        ModelDefinition model = link.field().model();
        String map = provider == PrismaProvider.SQLITE
                ? ""
                : ", map: " + quoted(names(model).foreignKey(link.field()));
        line(link.forward() + " " + names.of(link.target().model())
                + (link.field().nullable() ? "?" : "") + " @relation(" + relation(link) + ", fields: ["
                + names.of(link.field()) + "], references: [" + names.of(link.target()) + "], onDelete: " + rule
                + ", onUpdate: NoAction" + map + ")");
    }

    private void backward(Link link) {
        line(link.backward() + " " + names.of(link.field().model()) + (link.single() ? "?" : "[]") + " @relation("
                + relation(link) + ")");
    }

    /** The name of the relation; a model has only one field of that name. */
    private String relation(Link link) {
        return quoted(names.of(link.field().model()) + "_" + names.of(link.field()));
    }

    private void unique(UniqueDefinition key) {
        line("@@unique([" + fields(key.fields()) + "], map: "
                + quoted(names(key.model()).unique(key)) + ")");
    }

    private String fields(List<FieldDefinition> fields) {
        return fields.stream().map(names::of).collect(Collectors.joining(", "));
    }

    private void line(String line) {
        text.append("  ").append(line).append('\n');
    }

    /** A text literal. */
    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '"', '\\' -> literal.append('\\').append(character);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(character < ' ' ? String.format("\\u%04x", (int) character) : character);
            }
        }
        return literal.append('"').toString();
    }
}
