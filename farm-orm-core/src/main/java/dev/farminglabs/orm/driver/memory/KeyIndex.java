package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who holds which values of one unique key. A record that lacks one of the values is left out. */
final class KeyIndex {

    private final UniqueDefinition key;
    private final Map<List<Object>, StoredRow> holders = new HashMap<>();

    KeyIndex(UniqueDefinition key) {
        this.key = key;
    }

    UniqueDefinition key() {
        return key;
    }

    void add(StoredRow row) {
        List<Object> values = values(row::get);
        if (values != null) {
            holders.put(values, row);
        }
    }

    void remove(StoredRow row) {
        List<Object> values = values(row::get);
        if (values != null) {
            holders.remove(values, row);
        }
    }

    /** The record that holds the key these values make, or null when there is none or one of them is null. */
    @Nullable
    StoredRow holder(Function<FieldDefinition, @Nullable Object> valueOf) {
        List<Object> values = values(valueOf);
        return values == null ? null : holders.get(values);
    }

    private @Nullable List<Object> values(Function<FieldDefinition, @Nullable Object> valueOf) {
        List<Object> values = new ArrayList<>(key.fields().size());
        for (FieldDefinition field : key.fields()) {
            Object value = valueOf.apply(field);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }
}
