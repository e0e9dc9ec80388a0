package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a database can have the names of a schema. Some cut a long name in silence, and then never find it again. */
public final class NameLimits {

    private final int limit;
    private final DdlDialect.NameUnit unit;
    private final List<String> problems = new ArrayList<>();

    private NameLimits(int limit, DdlDialect.NameUnit unit) {
        this.limit = limit;
        this.unit = unit;
    }

    /**
     * Checks namespace, tables and columns; the names of constraints are made to fit.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_SCHEMA} and every name that
     *     is too long
     */
    public static void check(SchemaDefinition schema, DdlDialect dialect) {
        NameLimits limits =
                new NameLimits(dialect.identifierLimit(), dialect.writing().nameUnit());
        limits.name("the namespace", schema.namespace());
        for (ModelDefinition model : schema.models()) {
            limits.name("the table of model " + model, schema.table(model));
            for (FieldDefinition field : model.fields()) {
                limits.name("the column of field " + field, schema.column(field));
            }
        }
        if (!limits.problems.isEmpty()) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_SCHEMA,
                            "Schema " + schema.name() + " has names that " + dialect.store() + " cannot keep:\n  - "
                                    + String.join("\n  - ", limits.problems))
                    .at(dialect.store())
                    .exception();
        }
    }

    private void name(String what, @Nullable String name) {
        if (name == null) {
            return;
        }
        boolean characters = unit == DdlDialect.NameUnit.CHARACTERS;
        int length = characters ? name.codePointCount(0, name.length()) : name.getBytes(StandardCharsets.UTF_8).length;
        if (length > limit) {
            problems.add(what + ", " + name + ", has " + length + (characters ? " characters" : " bytes")
                    + " and may have " + limit);
        } else if (characters && (name.endsWith(" ") || name.codePoints().anyMatch(point -> point > 0xFFFF))) {
            problems.add(what + ", " + name + ", ends in a blank or has a character beyond the first 65535");
        }
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            problems.add(what + " is empty or contains NUL");
        }
    }
}
