package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.redis.server.Commands;
import dev.farminglabs.orm.driver.redis.server.Violations;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What setups have written down about each model: the shape its records were given, and which of its indexes are complete.
 * Reads each once, and an incomplete one now and then again. Thread-safe.
 */
public final class LayoutRecords {

    private static final String LAYOUT = "layout";
    private static final String SHAPE = "shape";

    private static final String SCHEMA = "schema";

    private static final String LAYOUT_VERSION = "1";
    private static final String INDEX = "index:";
    private static final String READY = "ready";
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000;

    private record Known(Set<FieldDefinition> fields, boolean complete, long readAt) {}

    private final Commands commands;
    private final Map<ModelLayout, Known> known = new ConcurrentHashMap<>();

    /** Reads and writes by those commands. */
    public LayoutRecords(Commands commands) {
        this.commands = commands;
    }

    /**
     * The fields of the model whose index is complete. Without a setup every index is: each write keeps it up. That records
     * were written down under keys of another shape is {@code INVALID_SCHEMA}: they would not be found.
     */
    public Set<FieldDefinition> usable(ModelLayout layout) {
        Known found = known.get(layout);
        if (found == null || (!found.complete && System.nanoTime() - found.readAt > LOOK_AGAIN_NANOS)) {
            found = look(layout);
            known.put(layout, found);
        }
        return found.fields;
    }

    private Known look(ModelLayout layout) {
        Set<FieldDefinition> declared = indexed(layout);
        Map<String, String> cells = read(layout);
        if (changed(layout, cells)) {
            throw Violations.shapeChanged(layout.model(), shape(layout), shape(cells));
        }
        Set<FieldDefinition> ready = cells.isEmpty()
                ? declared
                : declared.stream().filter(field -> ready(layout, cells, field)).collect(Collectors.toSet());
        return new Known(ready, ready.size() == declared.size(), System.nanoTime());
    }

    /** Whether what is written down says that the records are under keys of another shape. */
    public static boolean changed(ModelLayout layout, Map<String, String> cells) {
        return cells.containsKey(SHAPE) && !shape(layout).equals(cells.get(SHAPE));
    }

    /** The fields of the model that have an index, those by equality first. */
    public static Set<FieldDefinition> indexed(ModelLayout layout) {
        return Stream.concat(layout.equality().stream(), layout.ranges().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the index of the field is complete, by what is written down. */
    public static boolean ready(ModelLayout layout, Map<String, String> cells, FieldDefinition field) {
        return READY.equals(cells.get(INDEX + layout.column(field)));
    }

    /** Where it is written down. */
    public String key(ModelLayout layout) {
        return "{" + layout.root() + "}:meta";
    }

    /** What is written down; empty when nothing is. */
    public Map<String, String> read(ModelLayout layout) {
        return commands.hash(key(layout));
    }

    /** Writes down that the model's records have this shape. */
    public void write(ModelLayout layout) {
        commands.putCell(key(layout), SHAPE, shape(layout));
        commands.putCell(key(layout), SCHEMA, layout.schemaVersion());
        commands.putCell(key(layout), LAYOUT, LAYOUT_VERSION);
    }

    /** Writes down that the index of the field is complete. */
    public void writeReady(ModelLayout layout, FieldDefinition field) {
        commands.putCell(key(layout), INDEX + layout.column(field), READY);
    }

    /** Which key names the records: where that changes, records would be looked for under other keys. */
    public static String shape(ModelLayout layout) {
        return (layout.single() ? "single" : "co-located") + layout.home().fieldNames();
    }

    /** The shape that is written down; empty when none is. */
    public static String shape(Map<String, String> cells) {
        return cells.getOrDefault(SHAPE, "");
    }
}
