package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of one table, found by key without a search. Keeps unique keys; required values and references are checked
 * by the caller. Guarded by the store's lock.
 */
final class MemoryTable {

    private final List<String> columns;
    private final List<KeyIndex> keys;
    private final FieldDefinition id;
    private final UndoLog undo;
    private final Set<StoredRow> rows = new LinkedHashSet<>();
    private final Map<Integer, FieldIndex> indexes = new HashMap<>();
    private final List<Reference> outgoing = new ArrayList<>();
    private final List<Reference> incoming = new ArrayList<>();
    private long lastNumber;

    MemoryTable(ModelDefinition model, List<String> columns, UndoLog undo) {
        this.columns = columns;
        this.keys = model.uniques().stream().map(KeyIndex::new).toList();
        this.id = model.id();
        this.undo = undo;
    }

    /** Names and kinds of the columns, to recognise another model of the same shape. */
    List<String> columns() {
        return columns;
    }

    /** What this table's records point at. */
    List<Reference> outgoing() {
        return outgoing;
    }

    /** What points at this table's records. */
    List<Reference> incoming() {
        return incoming;
    }

    List<KeyIndex> keys() {
        return keys;
    }

    /** The index of that key. */
    KeyIndex key(UniqueDefinition key) {
        for (KeyIndex index : keys) {
            if (positions(index.key()).equals(positions(key))) {
                return index;
            }
        }
        throw new IllegalArgumentException("No unique key " + key);
    }

    private static List<Integer> positions(UniqueDefinition key) {
        return key.fields().stream().map(FieldDefinition::position).toList();
    }

    /** All records; to be copied by who changes the table meanwhile. */
    Collection<StoredRow> rows() {
        return Collections.unmodifiableSet(rows);
    }

    /** The records with that value; to be copied by who changes the table meanwhile. Indexed from the first call on. */
    Collection<StoredRow> with(FieldDefinition field, Object value) {
        FieldIndex index = indexes.get(field.position());
        if (index == null) {
            index = new FieldIndex(field);
            rows.forEach(index::add);
            indexes.put(field.position(), index);
        }
        return index.with(value);
    }

    /** A unique key of the record that another one holds, or null. */
    @Nullable
    UniqueDefinition taken(StoredRow row) {
        for (KeyIndex index : keys) {
            StoredRow holder = index.holder(row::get);
            if (holder != null) {
                return index.key();
            }
        }
        return null;
    }

    void insert(StoredRow row) {
        UniqueDefinition taken = taken(row);
        if (taken != null) {
            throw Violations.unique(taken);
        }
        link(row);
        undo.add(() -> unlink(row));
        if (row.get(id) instanceof Long number) {
            lastNumber = Math.max(lastNumber, number);
        }
    }

    void remove(StoredRow row) {
        unlink(row);
        undo.add(() -> link(row));
    }

    void replace(StoredRow before, StoredRow after) {
        remove(before);
        insert(after);
    }

    /** A number no record has had as its id. */
    long nextNumber() {
        if (lastNumber == Long.MAX_VALUE) {
            throw Violations.tooLarge(id, "no number is left");
        }
        return lastNumber + 1;
    }

    /** Forgets every record and every number; not to be undone. */
    void clear() {
        List.copyOf(rows).forEach(this::unlink);
        lastNumber = 0;
    }

    private void link(StoredRow row) {
        Objects.requireNonNull(row.get(id));
        rows.add(row);
        keys.forEach(index -> index.add(row));
        indexes.values().forEach(index -> index.add(row));
    }

    private void unlink(StoredRow row) {
        rows.remove(row);
        keys.forEach(index -> index.remove(row));
        indexes.values().forEach(index -> index.remove(row));
    }
}
