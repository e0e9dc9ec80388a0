package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The unique key that a condition fixes.
 *
 * @param key       the key
 * @param values    the slot of each of its fields' value, in their order
 * @param exclusive whether the condition says nothing else
 */
record UniqueMatch(UniqueDefinition key, List<Slot> values, boolean exclusive) {

    /** The first key of the model all of whose fields the condition compares for equality; refuses when there is none. */
    static UniqueMatch of(String verb, ModelDefinition model, Predicate where) {
        List<Predicate> parts = where instanceof Predicate.And and ? and.parts() : List.of(where);
        for (UniqueDefinition key : model.uniques()) {
            List<Slot> values = values(key, parts);
            if (!values.isEmpty()) {
                return new UniqueMatch(key, values, parts.size() == values.size());
            }
        }
        throw Refusal.query(
                model,
                verb + " on " + model + " needs equality on a unique key. The keys are "
                        + model.uniques().stream()
                                .map(UniqueDefinition::fieldNames)
                                .toList()
                        + "; where compares " + compared(parts));
    }

    /** The slots of the key's values; empty unless the conditions compare each of its fields for equality. */
    private static List<Slot> values(UniqueDefinition key, List<Predicate> parts) {
        List<Slot> values = new ArrayList<>(key.fields().size());
        for (FieldDefinition field : key.fields()) {
            Slot value = equal(field, parts);
            if (value == null) {
                return List.of();
            }
            values.add(value);
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
        for (int i = 0; i < values.size(); i++) {
            of.put(key.fields().get(i), Objects.requireNonNull(bound.get(values.get(i))));
        }
        return of;
    }
}
