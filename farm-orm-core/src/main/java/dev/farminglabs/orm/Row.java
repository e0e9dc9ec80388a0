package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.engine.value.UnreadJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record without a class of its own: the values of all fields of a model, asked for by field and typed by it. For tools,
 * generic code, and the ids of new records. Immutable.
 */
public final class Row {

    private final ModelDefinition model;
    private final @Nullable Object[] values;

    private Row(ModelDefinition model, @Nullable Object[] values) {
        this.model = model;
        this.values = values;
    }

    static Row of(ModelDefinition model, @Nullable Object[] values) {
        return new Row(model, values);
    }

    /**
     * The field's value.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException when it is null, or the field is another model's
     */
    public <V> V get(Field<?, V> field) {
        V value = getOrNull(field);
        if (value == null) {
            throw Refusal.query(field + " is null in this row: use getOrNull");
        }
        return value;
    }

    /**
     * The field's value, or null when the record has none.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException when the field is another model's
     */
    @SuppressWarnings("unchecked") // the engine decodes each value to its field's type
    public <V> @Nullable V getOrNull(Field<?, V> field) {
        FieldDefinition definition = field.definition();
        if (definition.model() != model) {
            throw Refusal.query("This row is of model " + model + " and has no field " + field);
        }
        return (V) UnreadJson.resolve(values[definition.position()]);
    }

    /** The values by field name, in the order of declaration. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (FieldDefinition field : model.fields()) {
            map.put(field.name(), UnreadJson.resolve(values[field.position()]));
        }
        return Collections.unmodifiableMap(map);
    }

    /** Whether the other is a row of the same model with equal values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that && model == that.model && toMap().equals(that.toMap());
    }

    @Override
    public int hashCode() {
        return toMap().hashCode();
    }

    /** The model's name and no values, so that a row in a log tells nothing. */
    @Override
    public String toString() {
        return "Row of " + model;
    }
}
