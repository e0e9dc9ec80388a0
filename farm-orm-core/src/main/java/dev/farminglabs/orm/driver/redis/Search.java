package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.redis.layout.Cells;
import dev.farminglabs.orm.driver.redis.layout.Liveness;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.Source;
import dev.farminglabs.orm.driver.redis.layout.Sources;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.redis.server.Script;
import dev.farminglabs.orm.driver.row.RowTest;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Predicate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the records that meet a condition: where keys and indexes say, then asking each. Used for one operation. */
final class Search {

    /** So many records are read by one command. */
    private static final int CHUNK = 1000;

    /**
     * One more condition, whose values are found on the way.
     *
     * @param field  a field of the records
     * @param values what it may hold
     */
    record Within(FieldDefinition field, Set<Object> values) {}

    private final Place place;
    private final Arguments arguments;

    Search(Place place, Arguments arguments) {
        this.place = place;
        this.arguments = arguments;
    }

    Arguments arguments() {
        return arguments;
    }

    /** The records with all of their values. */
    List<StoredRow> rows(ModelDefinition model, Predicate where) {
        return rows(model, where, null, model.fields());
    }

    /** The records with at least the wanted values. */
    List<StoredRow> rows(
            ModelDefinition model, Predicate where, @Nullable Within within, Collection<FieldDefinition> wanted) {
        ModelLayout layout = place.layouts().of(model);
        Set<FieldDefinition> fields = new LinkedHashSet<>(wanted);
        fields.addAll(Fields.of(where));
        Sources sources = new Sources(layout, arguments, place.usable(layout));
        Source source = sources.of(where);
        if (within != null) {
            fields.add(within.field());
            source = source.or(sources.with(within.field(), within.values()));
        }
        List<String> handles = handles(layout, source, Liveness.after(layout, where, arguments));
        List<StoredRow> found = read(layout, handles, List.copyOf(fields));
        RowTest test = new Conditions(this, found).test(where);
        return found.stream()
                .filter(row -> within == null || holds(within, row))
                .filter(test::test)
                .toList();
    }

    private static boolean holds(Within within, StoredRow row) {
        Object value = row.get(within.field());
        return value != null && within.values().contains(value);
    }

    /** The handles a source leads to, each once. */
    List<String> handles(ModelLayout layout, Source source, @Nullable String after) {
        Set<String> handles = new LinkedHashSet<>(source.handles());
        if (!source.pointers().isEmpty()) {
            place.commands().values(source.pointers()).forEach(handle -> add(handles, handle));
        }
        if (!source.sets().isEmpty()) {
            members(source.sets(), after, handles);
        }
        if (source.rank() == Source.Rank.EVERYWHERE) {
            if (layout.single()) {
                return place.scans().handles(layout);
            }
            members(List.of(Sources.timed(layout.everyKey())), after, handles);
        }
        return new ArrayList<>(handles);
    }

    private static void add(Set<String> handles, @Nullable String handle) {
        if (handle != null) {
            handles.add(handle);
        }
    }

    private void members(List<Source.Part> parts, @Nullable String after, Set<String> handles) {
        List<String> bounds = new ArrayList<>(2 * parts.size());
        for (Source.Part part : parts) {
            bounds.add(part.timed() && after != null ? "(" + after : part.least());
            bounds.add(part.most());
        }
        List<String> keys = parts.stream().map(Source.Part::key).toList();
        for (Object members : place.commands().read(Script.MEMBERS, keys, bounds)) {
            for (Object member : (List<?>) Objects.requireNonNull(members)) {
                handles.add((String) member);
            }
        }
    }

    /** The records that are there. */
    List<StoredRow> read(ModelLayout layout, List<String> handles, List<FieldDefinition> fields) {
        List<String> columns = new ArrayList<>(fields.size() + 1);
        columns.add(Cells.VERSION);
        fields.forEach(field -> columns.add(layout.column(field)));
        List<StoredRow> rows = new ArrayList<>(handles.size());
        for (int from = 0; from < handles.size(); from += CHUNK) {
            List<String> chunk = handles.subList(from, Math.min(handles.size(), from + CHUNK));
            List<List<@Nullable String>> cells = place.records().cells(layout, chunk, columns);
            for (int i = 0; i < cells.size(); i++) {
                StoredRow row = row(layout, chunk.get(i), fields, cells.get(i));
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static @Nullable StoredRow row(
            ModelLayout layout, String handle, List<FieldDefinition> fields, List<@Nullable String> cells) {
        String version = cells.get(0);
        if (version == null) {
            return null;
        }
        @Nullable Object[] values = new @Nullable Object[layout.model().fields().size()];
        for (int i = 0; i < fields.size(); i++) {
            FieldDefinition field = fields.get(i);
            Object value = Cells.value(field, cells.get(i + 1));
            values[field.position()] = value == null ? Cells.added(field) : value;
        }
        return new StoredRow(handle, version, values);
    }
}
