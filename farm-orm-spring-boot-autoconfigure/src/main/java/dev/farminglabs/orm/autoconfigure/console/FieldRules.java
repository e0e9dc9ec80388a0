package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Says in a few words what was declared of a field. */
final class FieldRules {

    static String kind(FieldDefinition field) {
        String kind = field.kind().name().toLowerCase(Locale.ROOT);
        if (field.kind() == FieldKind.DECIMAL) {
            return kind + "(" + field.precision() + ", " + field.scale() + ")";
        }
        if (field.kind() == FieldKind.ENUMERATION) {
            return String.join(
                    " | ", Objects.requireNonNull(field.enumeration()).texts());
        }
        return field.length() == null ? kind : kind + "(" + field.length() + ")";
    }

    static List<String> of(FieldDefinition field) {
        List<String> rules = new ArrayList<>();
        for (FieldRole role : FieldRole.values()) {
            if (field.is(role)) {
                rules.add(role.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        if (field.nullable()) {
            rules.add("optional");
        }
        field.model().uniques().stream()
                .filter(key -> !key.isId() && key.fields().contains(field))
                .map(key -> key.fields().size() == 1 ? "unique" : "unique with " + others(key.fields(), field))
                .forEach(rules::add);
        ReferenceDefinition reference = field.reference();
        if (reference != null) {
            rules.add("→ " + reference.target() + ", on delete "
                    + reference.onDelete().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (field.defaultValue() instanceof DefaultValue.Constant constant) {
            rules.add("default " + Values.line(field, constant.value()));
        } else if (field.defaultValue() instanceof DefaultValue.Now) {
            rules.add("default now");
        }
        return rules;
    }

    private static String others(List<FieldDefinition> fields, FieldDefinition field) {
        return String.join(
                ", ",
                fields.stream()
                        .filter(other -> other != field)
                        .map(FieldDefinition::name)
                        .toList());
    }

    private FieldRules() {}
}
