package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The unique key that a condition fixes.
 *
 * @param key       the key
 * @param values    the slots of the values that its fields are compared with; in sight of what is there only, the field that
 *                  says so has none
 * @param exclusive whether the condition says nothing else
 */
record UniqueMatch(UniqueDefinition key, Map<FieldDefinition, Slot> values, boolean exclusive) {

    /** The first key of the model all of whose fields the condition compares for equality; refuses when there is none. */
    static UniqueMatch of(String verb, Request request, Predicate where) {
        ModelDefinition model = request.model();
        boolean withDeleted = request.scope().withDeleted();
        List<Predicate> parts = where instanceof Predicate.And and ? and.parts() : List.of(where);
        for (UniqueDefinition key : model.uniques()) {
            List<FieldDefinition> compared = withDeleted ? key.fields() : key.declared();
            Map<FieldDefinition, Slot> values = values(compared, parts);
            if (!values.isEmpty()) {
                return new UniqueMatch(key, values, parts.size() == values.size());
            }
        }
        FieldDefinition live = withDeleted ? model.with(FieldRole.LIVE) : null;
        throw Refusal.query(
                model,
                verb + " on " + model + " needs equality on a unique key. The keys are "
                        + model.uniques().stream()
                                .map(UniqueDefinition::fieldNames)
                                .toList()
                        + (live == null ? "" : ", each but the id with " + live + " where withDeleted() is said")
                        + "; where compares " + compared(parts));
    }

    /** The slots of the values; empty unless the conditions compare each of the fields for equality. */
    private static Map<FieldDefinition, Slot> values(List<FieldDefinition> fields, List<Predicate> parts) {
        Map<FieldDefinition, Slot> values = new LinkedHashMap<>();
        for (FieldDefinition field : fields) {
            Slot value = equal(field, parts);
            if (value == null) {
                return Map.of();
            }
            values.put(field, value);
        }
        return values;
    }

    private static @Nullable Slot equal(FieldDefinition field, List<Predicate> parts) {
        for (Predicate part : parts) {
            if (isEquality(part) && ((Predicate.Compare) part).field() == field) {
                return ((Predicate.Compare) part).value();
            }
        }
        return null;
    }

    private static boolean isEquality(Predicate part) {
        return part instanceof Predicate.Compare compare
                && compare.comparison() == Comparison.EQUAL
                && !compare.negated();
    }

    private static List<FieldDefinition> compared(List<Predicate> parts) {
        return parts.stream()
                .filter(UniqueMatch::isEquality)
                .map(part -> ((Predicate.Compare) part).field())
                .distinct()
                .toList();
    }

    /** The values of the key's fields, as drivers see them. */
    Map<FieldDefinition, Object> bound(Values bound) {
        Map<FieldDefinition, Object> of = new LinkedHashMap<>();
        for (FieldDefinition field : key.fields()) {
            Slot value = values.get(field);
            of.put(field, value == null ? true : Objects.requireNonNull(bound.get(value)));
        }
        return of;
    }
}
