package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
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

/**
 * The unique key that a condition fixes.
 *
 * @param key       the key
 * @param values    the slot of each of its fields' value
 * @param exclusive whether the condition says nothing else
 */
record UniqueMatch(UniqueDefinition key, Map<FieldDefinition, Slot> values, boolean exclusive) {

    /** The first key of the model all of whose fields the condition compares for equality; refuses when there is none. */
    static UniqueMatch of(String verb, ModelDefinition model, Predicate where) {
        List<Predicate> parts = where instanceof Predicate.And and ? and.parts() : List.of(where);
        Map<FieldDefinition, Slot> equal = new LinkedHashMap<>();
        for (Predicate part : parts) {
            if (part instanceof Predicate.Compare compare
                    && compare.comparison() == Comparison.EQUAL
                    && !compare.negated()) {
                equal.putIfAbsent(compare.field(), compare.value());
            }
        }
        for (UniqueDefinition key : model.uniques()) {
            if (equal.keySet().containsAll(key.fields())) {
                Map<FieldDefinition, Slot> values = new LinkedHashMap<>();
                key.fields().forEach(field -> values.put(field, Objects.requireNonNull(equal.get(field))));
                return new UniqueMatch(key, values, parts.size() == values.size());
            }
        }
        throw Refusal.query(
                model,
                verb + " on " + model + " needs equality on a unique key. The keys are "
                        + model.uniques().stream()
                                .map(UniqueDefinition::fieldNames)
                                .toList()
                        + "; where compares " + equal.keySet());
    }

    /** The values of the key's fields, as drivers see them. */
    Map<FieldDefinition, Object> bound(Values bound) {
        Map<FieldDefinition, Object> key = new LinkedHashMap<>();
        values.forEach((field, slot) -> key.put(field, Objects.requireNonNull(bound.get(slot))));
        return key;
    }
}
