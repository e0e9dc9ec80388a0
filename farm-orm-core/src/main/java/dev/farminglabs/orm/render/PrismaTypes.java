package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.Enumeration;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a field's column is to Prisma. On PostgreSQL an enumeration is a type of the database to Prisma, and here it is text
 * with a check, so it is text there; on SQLite a decimal is text that sorts, and no number. Not thread-safe.
 */
final class PrismaTypes {

    private static final Pattern LENGTH = Pattern.compile("(?:character varying|varchar)\\((\\d+)\\)");

    private final PrismaProvider provider;
    private final ModelNames names;
    private final Map<Enumeration, PrismaEnum> enums = new LinkedHashMap<>();
    private final Map<PrismaEnum, PrismaEnum> same = new HashMap<>();

    PrismaTypes(PrismaProvider provider, ModelNames names) {
        this.provider = provider;
        this.names = names;
    }

    /** The blocks of the enumerations asked for so far. */
    List<String> enums() {
        return enums.values().stream().distinct().map(PrismaEnum::block).toList();
    }

    /** The type, without a question mark. */
    String of(FieldDefinition field) {
        return switch (field.kind()) {
            case STRING -> "String";
            case INTEGER -> "Int";
            case BIGINT -> generated(field) && provider == PrismaProvider.SQLITE ? "Int" : "BigInt";
            case DECIMAL -> provider == PrismaProvider.SQLITE ? "String" : "Decimal";
            case BOOLEAN -> "Boolean";
            case DATETIME -> "DateTime";
            case JSON -> "Json";
            case ENUMERATION -> enumerated(field) ? enumeration(field).name() : "String";
        };
    }

    private static boolean generated(FieldDefinition field) {
        return dev.farminglabs.orm.sql.ddl.SchemaSql.generated(field);
    }

    private boolean enumerated(FieldDefinition field) {
        return field.kind() == FieldKind.ENUMERATION
                && provider != PrismaProvider.POSTGRESQL
                && !Objects.requireNonNull(field.enumeration()).texts().isEmpty();
    }

    private PrismaEnum enumeration(FieldDefinition field) {
        Enumeration enumeration = Objects.requireNonNull(field.enumeration());
        PrismaEnum known = enums.get(enumeration);
        if (known == null) {
            Map<String, String> values = new LinkedHashMap<>();
            FreeNames free = new FreeNames();
            for (String text : enumeration.texts()) {
                Object constant = enumeration.constant(text);
                String name = constant instanceof Enum<?> one ? one.name() : text;
                values.put(text, free.take(FreeNames.word(name)));
            }
            PrismaEnum nameless = new PrismaEnum(enumeration.type().getName(), values);
            known = same.computeIfAbsent(
                    nameless,
                    first -> new PrismaEnum(
                            names.top(FreeNames.capitalized(
                                    FreeNames.word(enumeration.type().getSimpleName()))),
                            values));
            enums.put(enumeration, known);
        }
        return known;
    }

    /** What people should know who write the column through Prisma, or null. */
    @Nullable
    String note(FieldDefinition field) {
        if (field.kind() == FieldKind.ENUMERATION && !enumerated(field)) {
            return "One of: "
                    + String.join(
                            ", ", Objects.requireNonNull(field.enumeration()).texts());
        }
        return field.kind() == FieldKind.DECIMAL && provider == PrismaProvider.SQLITE
                ? "A decimal number as text that sorts; not to be written by hand."
                : null;
    }

    /** The type of the column where Prisma would take another, behind a space. */
    String column(FieldDefinition field) {
        if (provider == PrismaProvider.SQLITE) {
            return "";
        }
        boolean postgres = provider == PrismaProvider.POSTGRESQL;
        return switch (field.kind()) {
            case STRING -> text(field, postgres);
            case DECIMAL -> " @db.Decimal(" + field.precision() + ", " + field.scale() + ")";
            case DATETIME -> postgres ? " @db.Timestamptz(3)" : " @db.DateTime(3)";
            case INTEGER, BIGINT, BOOLEAN, ENUMERATION, JSON -> "";
        };
    }

    private String text(FieldDefinition field, boolean postgres) {
        Matcher limited = LENGTH.matcher(provider.dialect().ddl().types().of(field));
        if (limited.matches()) {
            return " @db.VarChar(" + limited.group(1) + ")";
        }
        return postgres ? "" : " @db.LongText";
    }

    /** A constant as a default, or null where the database has none either. */
    @Nullable
    String constant(FieldDefinition field, Object value) {
        return switch (field.kind()) {
            case STRING -> PrismaSchema.quoted(Literals.constant(field, value));
            case INTEGER, BIGINT, BOOLEAN -> value.toString();
            case DECIMAL -> provider == PrismaProvider.SQLITE ? null : Literals.constant(field, value);
            case DATETIME -> PrismaSchema.quoted(((Instant) value).toString());
            case ENUMERATION ->
                enumerated(field)
                        ? enumeration(field).values().get(Literals.constant(field, value))
                        : PrismaSchema.quoted(Literals.constant(field, value));
            case JSON -> null;
        };
    }

    /**
     * An enumeration.
     *
     * @param name   its name
     * @param values the names of its values by their stored texts
     */
    private record PrismaEnum(String name, Map<String, String> values) {

        String block() {
            List<String> lines = new ArrayList<>();
            values.forEach((stored, value) -> lines.add(
                    "  " + value + (stored.equals(value) ? "" : " @map(" + PrismaSchema.quoted(stored) + ")") + "\n"));
            return "enum " + name + " {\n" + String.join("", lines) + "}\n";
        }
    }
}
