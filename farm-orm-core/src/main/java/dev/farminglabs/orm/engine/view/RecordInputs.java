package dev.farminglabs.orm.engine.view;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.Suggestion;
import dev.farminglabs.orm.engine.value.Assigned;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Turns Java records into what is to be written. A record class is checked once. Thread-safe. */
public final class RecordInputs {

    private record Key(ModelDefinition model, Class<?> type) {}

    private record Component(FieldDefinition field, RecordShape.Accessor accessor) {}

    private final Map<Key, List<Component>> checked = new ConcurrentHashMap<>();

    /** What the record says about the model's fields. */
    public List<Assigned> assigned(ModelDefinition model, Record input) {
        Key key = new Key(model, input.getClass());
        List<Component> known = checked.get(key);
        List<Component> components = known != null ? known : checked.computeIfAbsent(key, RecordInputs::check);
        List<Assigned> assigned = new ArrayList<>(components.size());
        for (Component component : components) {
            assigned.add(new Assigned(
                    component.field(), Assigned.Kind.SET, component.accessor().read(input)));
        }
        return assigned;
    }

    private static List<Component> check(Key key) {
        List<Component> components = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (RecordComponent component : key.type().getRecordComponents()) {
            FieldDefinition field = field(key.model(), RecordShape.source(component));
            String problem = problem(key.model(), component);
            if (!problem.isEmpty()) {
                problems.add("component " + component.getName() + " (" + RecordShape.display(component.getGenericType())
                        + "): " + problem);
            } else if (field != null) {
                components.add(new Component(field, RecordShape.accessor(component)));
            }
        }
        if (!problems.isEmpty()) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_PROJECTION,
                            key.type().getName() + " cannot be written to model " + key.model() + ":\n  - "
                                    + String.join("\n  - ", problems))
                    .about(key.model().name(), List.of())
                    .exception();
        }
        return List.copyOf(components);
    }

    /** A variant is created with its base, so what it has not is looked up there. */
    private static @Nullable FieldDefinition field(ModelDefinition model, String name) {
        FieldDefinition field = model.field(name);
        RelationDefinition base = model.variantOf();
        return field != null || base == null || model.relation(name) != null
                ? field
                : base.target().field(name);
    }

    private static String problem(ModelDefinition model, RecordComponent component) {
        String name = RecordShape.source(component);
        FieldDefinition field = field(model, name);
        if (field == null) {
            return model.relation(name) != null
                    ? model + "." + name + " is a relation: write the related record through its own model"
                    : "model " + model + " has no field " + name
                            + Suggestion.didYouMean(
                                    name,
                                    model.fields().stream()
                                            .map(FieldDefinition::name)
                                            .toList());
        }
        Type type = component.getGenericType();
        Type value = RecordShape.raw(type) == Optional.class ? RecordShape.argument(type) : type;
        return RecordShape.boxed(value).equals(field.javaType())
                ? ""
                : field + " is " + RecordShape.display(field.javaType());
    }
}
