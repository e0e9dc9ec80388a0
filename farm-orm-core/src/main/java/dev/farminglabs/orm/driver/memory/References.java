package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.DeleteRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps references from pointing at nothing. Checked when a write is through, so records of one write may point at each other. */
final class References {

    /** What the stored record points at is there. */
    static void checkOutgoing(MemoryTable table, StoredRow row) {
        for (Reference reference : table.outgoing()) {
            if (reference.dangles(row.get(reference.field()))) {
                throw Violations.pointsAtNothing(reference);
            }
        }
    }

    /** What pointed at the record before its change still points at something. */
    static void checkIncoming(MemoryTable table, StoredRow before) {
        for (Reference reference : table.incoming()) {
            boolean gone = reference.dangles(before.get(reference.target()));
            if (gone && !reference.pointingAt(before).isEmpty()) {
                throw Violations.stillPointedAt(reference);
            }
        }
    }

    /** Removes the records with all that goes with them. */
    static void delete(MemoryTable table, Collection<StoredRow> rows) {
        Map<StoredRow, MemoryTable> doomed = withCascades(table, rows);
        doomed.forEach((row, from) -> refuseRestricted(from, row, doomed));
        doomed.forEach((row, from) -> setNull(from, row, doomed));
        doomed.forEach((row, from) -> from.remove(row));
    }

    /** A record met twice is followed once, so rings end. */
    private static Map<StoredRow, MemoryTable> withCascades(MemoryTable table, Collection<StoredRow> rows) {
        Map<StoredRow, MemoryTable> doomed = new LinkedHashMap<>();
        Deque<StoredRow> open = new ArrayDeque<>();
        for (StoredRow row : rows) {
            doomed.put(row, table);
            open.add(row);
        }
        while (!open.isEmpty()) {
            StoredRow row = open.remove();
            for (Reference reference : incoming(doomed, row, DeleteRule.CASCADE)) {
                for (StoredRow pointing : reference.pointingAt(row)) {
                    if (doomed.putIfAbsent(pointing, reference.from()) == null) {
                        open.add(pointing);
                    }
                }
            }
        }
        return doomed;
    }

    private static List<Reference> incoming(Map<StoredRow, MemoryTable> tables, StoredRow row, DeleteRule rule) {
        MemoryTable table = tables.get(row);
        return table == null ? List.of() : incoming(table, rule);
    }

    private static List<Reference> incoming(MemoryTable table, DeleteRule rule) {
        return table.incoming().stream()
                .filter(reference -> reference.rule() == rule)
                .toList();
    }

    private static void refuseRestricted(MemoryTable table, StoredRow row, Map<StoredRow, MemoryTable> doomed) {
        for (Reference reference : incoming(table, DeleteRule.RESTRICT)) {
            if (!doomed.keySet().containsAll(reference.pointingAt(row))) {
                throw Violations.stillPointedAt(reference);
            }
        }
    }

    private static void setNull(MemoryTable table, StoredRow row, Map<StoredRow, MemoryTable> doomed) {
        for (Reference reference : incoming(table, DeleteRule.SET_NULL)) {
            for (StoredRow pointing : new ArrayList<>(reference.pointingAt(row))) {
                if (!doomed.containsKey(pointing)) {
                    reference.from().replace(pointing, pointing.with(reference.field(), null));
                }
            }
        }
    }

    private References() {}
}
