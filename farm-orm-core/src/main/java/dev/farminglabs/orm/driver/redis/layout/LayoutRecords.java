package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.redis.server.Commands;
import dev.farminglabs.orm.driver.redis.server.Violations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What setups have written down about each model: the shape its records were given, and which of its indexes and unique keys
 * are complete. Reads each once, and an incomplete one now and then again. Thread-safe.
 */
public final class LayoutRecords {

    private static final String LAYOUT = "layout";
    private static final String SHAPE = "shape";

    private static final String SCHEMA = "schema";

    private static final String LAYOUT_VERSION = "1";
    private static final String INDEX = "index";
    private static final String UNIQUE = "unique";
    private static final String READY = "ready";
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000;

    /**
     * What is kept beside the records, and has to be built for those that were there before it.
     *
     * @param kind    an index or a unique key
     * @param columns of its fields
     * @param unique  the unique key, null for an index
     */
    public record Kept(
            String kind, String columns, @Nullable UniqueDefinition unique) {

        private String cell() {
            return kind + ":" + columns;
        }

        private boolean ready(Map<String, String> cells) {
            return READY.equals(cells.get(cell()));
        }
    }

    private record Known(Set<FieldDefinition> fields, boolean complete, long readAt) {}

    private final Commands commands;
    private final Map<ModelLayout, Known> known = new ConcurrentHashMap<>();

    /** Reads and writes by those commands. */
    public LayoutRecords(Commands commands) {
        this.commands = commands;
    }

    /**
     * The fields of the model whose index is complete. Without a setup every index is: each write keeps it up. That records
     * were written down under keys of another shape is {@code INVALID_SCHEMA}: they would not be found. So is a unique key
     * that was not built for the records that are there: it would not find them, nor be kept from their values.
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
        Map<String, String> cells = read(layout);
        if (changed(layout, cells)) {
            throw Violations.shapeChanged(layout.model(), shape(layout), shape(cells));
        }
        Set<FieldDefinition> ready = indexed(layout);
        List<Kept> missing = cells.isEmpty() ? List.of() : missing(layout, cells);
        for (Kept kept : missing) {
            UniqueDefinition unique = kept.unique;
            if (unique != null) {
                throw Violations.keyNotBuilt(unique);
            }
            ready.removeIf(field -> layout.column(field).equals(kept.columns));
        }
        return new Known(ready, missing.isEmpty(), System.nanoTime());
    }

    /** Whether what is written down says that the records are under keys of another shape. */
    public static boolean changed(ModelLayout layout, Map<String, String> cells) {
        return cells.containsKey(SHAPE) && !shape(layout).equals(cells.get(SHAPE));
    }

    private static Set<FieldDefinition> indexed(ModelLayout layout) {
        return Stream.concat(layout.equality().stream(), layout.ranges().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Kept> kept(ModelLayout layout) {
        List<Kept> kept = new ArrayList<>();
        indexed(layout).forEach(field -> kept.add(new Kept(INDEX, layout.column(field), null)));
        layout.pointed().forEach((unique, columns) -> kept.add(new Kept(UNIQUE, columns, unique)));
        return kept;
    }

    /** The indexes and unique keys that are not complete, by what is written down. */
    public static List<Kept> missing(ModelLayout layout, Map<String, String> cells) {
        return kept(layout).stream().filter(kept -> !kept.ready(cells)).toList();
    }

    /** The indexes and unique keys that are written down as complete and that this schema does not keep up. */
    public static List<Kept> givenUp(ModelLayout layout, Map<String, String> cells) {
        List<String> own = kept(layout).stream().map(Kept::cell).toList();
        return cells.keySet().stream()
                .filter(cell -> !own.contains(cell))
                .sorted()
                .flatMap(cell -> Stream.of(INDEX, UNIQUE)
                        .filter(kind -> cell.startsWith(kind + ":"))
                        .map(kind -> new Kept(kind, cell.substring(kind.length() + 1), null)))
                .toList();
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

    /** Writes down that the indexes and unique keys of the model are complete. */
    public void writeReady(ModelLayout layout) {
        kept(layout).forEach(kept -> commands.putCell(key(layout), kept.cell(), READY));
    }

    /** Writes down that they are not kept up any more: records may be written that are not in them. */
    public void giveUp(ModelLayout layout, List<Kept> given) {
        given.forEach(kept -> commands.removeCell(key(layout), kept.cell()));
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
