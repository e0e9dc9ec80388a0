package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A page for people: a Mermaid diagram of all models, and a table of fields for each. Used once. */
final class Diagram {

    private final Sources sources;
    private final IdentityHashMap<ModelDefinition, String> names = new IdentityHashMap<>();
    private final StringBuilder page = new StringBuilder();

    private Diagram(Sources sources) {
        this.sources = sources;
        FreeNames free = new FreeNames();
        sources.models().forEach(model -> names.put(model, free.take(FreeNames.word(model.name()))));
    }

    /** The page in Markdown. */
    static String of(Sources sources) {
        Diagram diagram = new Diagram(sources);
        diagram.page
                .append("# Models of ")
                .append(cell(sources.names()))
                .append("\n\nMade by Farm ORM from the schema; changes belong there.\n\n```mermaid\nerDiagram\n");
        sources.models().forEach(diagram::entity);
        sources.models().forEach(model -> model.fields().forEach(diagram::line));
        diagram.page.append("```\n");
        sources.models().forEach(diagram::section);
        return diagram.page.toString();
    }

    private String name(ModelDefinition model) {
        return Objects.requireNonNull(names.get(model), model::name);
    }

    private void entity(ModelDefinition model) {
        page.append("    ").append(name(model)).append(" {\n");
        for (FieldDefinition field : model.fields()) {
            List<String> keys = new ArrayList<>();
            if (field.is(FieldRole.ID)) {
                keys.add("PK");
            }
            if (field.reference() != null) {
                keys.add("FK");
            }
            if (!field.is(FieldRole.ID) && unique(field)) {
                keys.add("UK");
            }
            page.append("        ")
                    .append(kind(field))
                    .append(' ')
                    .append(FreeNames.word(field.name()))
                    .append(keys.isEmpty() ? "" : " " + String.join(", ", keys))
                    .append('\n');
        }
        page.append("    }\n");
    }

    private void line(FieldDefinition field) {
        ReferenceDefinition reference = field.reference();
        if (reference != null) {
            page.append("    ")
                    .append(name(reference.target().model()))
                    .append(field.nullable() ? " |o--" : " ||--")
                    .append(unique(field) ? "o| " : "o{ ")
                    .append(name(field.model()))
                    .append(" : ")
                    .append(FreeNames.word(field.name()))
                    .append('\n');
        }
    }

    private static boolean unique(FieldDefinition field) {
        return field.model().uniques().stream().anyMatch(key -> key.fields().equals(List.of(field)));
    }

    private static String kind(FieldDefinition field) {
        return field.kind().name().toLowerCase(Locale.ROOT);
    }

    private void section(ModelDefinition model) {
        page.append("\n## ")
                .append(cell(model.name()))
                .append("\n\nTable ")
                .append(code(sources.table(model)))
                .append(
                        sources.schemas().size() > 1
                                ? " of schema " + cell(sources.schema(model).name())
                                : "")
                .append(".\n\n| field | column | type | rules | meaning |\n| --- | --- | --- | --- | --- |\n");
        for (FieldDefinition field : model.fields()) {
            String meaning = field.description();
            page.append("| ")
                    .append(String.join(
                            " | ",
                            code(field.name()),
                            code(sources.column(field)),
                            type(field),
                            cell(String.join("; ", rules(field))),
                            meaning == null ? "" : cell(meaning)))
                    .append(" |\n");
        }
        keys(model);
    }

    private void keys(ModelDefinition model) {
        List<String> lines = new ArrayList<>();
        for (UniqueDefinition key : model.uniques()) {
            if (key.fields().size() > 1) {
                lines.add("- unique " + among(key) + ": " + cell(String.join(", ", key.fieldNames())));
            }
        }
        model.indexes()
                .forEach(index -> lines.add("- looked up by: "
                        + cell(index.fields().stream()
                                .map(FieldDefinition::name)
                                .collect(Collectors.joining(", ")))));
        model.relations()
                .forEach(relation -> lines.add("- " + code(relation.name()) + ": "
                        + relation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + cell(relation.target().name())));
        if (!lines.isEmpty()) {
            page.append('\n').append(String.join("\n", lines)).append('\n');
        }
    }

    private static String among(UniqueDefinition key) {
        if (key.ofLive()) {
            return "among records that are not marked as deleted";
        }
        return key.ifPresent() ? "together where all are present" : "together";
    }

    private static String type(FieldDefinition field) {
        String limits = field.length() == null ? "" : "(" + field.length() + ")";
        return switch (field.kind()) {
            case DECIMAL -> "decimal(" + field.precision() + ", " + field.scale() + ")";
            case ENUMERATION ->
                cell("one of "
                        + String.join(
                                ", ",
                                Objects.requireNonNull(field.enumeration()).texts()));
            default -> kind(field) + limits;
        };
    }

    private static List<String> rules(FieldDefinition field) {
        List<String> rules = new ArrayList<>();
        rules.add(field.nullable() ? "optional" : "required");
        for (FieldRole role : FieldRole.values()) {
            if (field.is(role)) {
                rules.add(role.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        if (!field.is(FieldRole.ID) && unique(field)) {
            rules.add("unique");
        }
        ReferenceDefinition reference = field.reference();
        if (reference != null) {
            rules.add("references " + reference.target() + ", on delete "
                    + reference.onDelete().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        DefaultValue value = field.defaultValue();
        if (value instanceof DefaultValue.Constant constant) {
            rules.add("default " + Literals.constant(field, constant.value()));
        } else if (value instanceof DefaultValue.Now) {
            rules.add("default now");
        }
        return rules;
    }

    /** Text in a table of Markdown, where none of it means more than itself. */
    private static String cell(String text) {
        return Literals.oneLine(text).replaceAll("([\\\\`*_{}\\[\\]<>#|~&])", "\\\\$1");
    }

    private static String code(String text) {
        String line = Literals.oneLine(text);
        return line.indexOf('`') < 0 && line.indexOf('|') < 0 ? "`" + line + "`" : cell(line);
    }
}
