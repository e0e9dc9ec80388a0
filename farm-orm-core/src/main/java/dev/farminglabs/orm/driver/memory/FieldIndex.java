package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.FieldDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The records by the value of one field; those without one are left out. */
final class FieldIndex {

    private final FieldDefinition field;
    private final Map<Object, Set<StoredRow>> holders = new HashMap<>();

    FieldIndex(FieldDefinition field) {
        this.field = field;
    }

    void add(StoredRow row) {
        Object value = row.get(field);
        if (value != null) {
            holders.computeIfAbsent(value, v -> new LinkedHashSet<>()).add(row);
        }
    }

    void remove(StoredRow row) {
        Object value = row.get(field);
        Set<StoredRow> holding = value == null ? null : holders.get(value);
        if (holding != null) {
            holding.remove(row);
            if (holding.isEmpty()) {
                holders.remove(value);
            }
        }
    }

    Collection<StoredRow> with(Object value) {
        return holders.getOrDefault(value, Set.of());
    }
}
