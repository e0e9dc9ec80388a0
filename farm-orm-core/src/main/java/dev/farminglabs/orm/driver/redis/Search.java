package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.redis.layout.Cells;
import dev.farminglabs.orm.driver.redis.layout.Liveness;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.Source;
import dev.farminglabs.orm.driver.redis.layout.Sources;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.redis.server.Commands;
import dev.farminglabs.orm.driver.redis.server.Commands.Found;
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
        ModelLayout layout = place.layout(model);
        Set<FieldDefinition> fields = new LinkedHashSet<>(wanted);
        fields.addAll(Fields.of(where));
        Sources sources = new Sources(layout, arguments, place.usable(layout));
        Source source = sources.of(where);
        if (within != null) {
            fields.add(within.field());
            source = source.or(sources.with(within.field(), within.values()));
        }
        String after = Liveness.after(layout, where, arguments);
        List<StoredRow> found = met(where, at(layout, source, after, List.copyOf(fields)));
        return within == null
                ? found
                : found.stream().filter(row -> holds(within, row)).toList();
    }

    /** Those of the records that still meet the condition, read again with all of their values. */
    List<StoredRow> still(ModelLayout layout, Predicate where, List<StoredRow> rows) {
        List<String> handles = rows.stream().map(StoredRow::handle).toList();
        return met(where, read(layout, handles, layout.model().fields()));
    }

    private List<StoredRow> met(Predicate where, List<StoredRow> found) {
        RowTest test = new Conditions(this, found).test(where);
        List<StoredRow> met = new ArrayList<>(found.size());
        for (StoredRow row : found) {
            if (test.test(row)) {
                met.add(row);
            }
        }
        return met;
    }

    private static boolean holds(Within within, StoredRow row) {
        Object value = row.get(within.field());
        return value != null && within.values().contains(value);
    }

    /** The records a source leads to, each once. */
    List<StoredRow> at(ModelLayout layout, Source source, @Nullable String after, List<FieldDefinition> fields) {
        Set<String> handles = handles(layout, source, after);
        List<StoredRow> rows = new ArrayList<>(handles.size());
        Set<String> pointed = new LinkedHashSet<>();
        for (String handle : read(layout, source.pointers(), List.copyOf(handles), fields, rows)) {
            if (handle != null && !handles.contains(handle)) {
                pointed.add(handle);
            }
        }
        read(layout, List.of(), List.copyOf(pointed), fields, rows);
        return rows;
    }

    /** The handles a source leads to without its pointers. */
    private Set<String> handles(ModelLayout layout, Source source, @Nullable String after) {
        Set<String> handles = new LinkedHashSet<>(source.handles());
        if (source.rank() == Source.Rank.EVERYWHERE) {
            if (layout.single()) {
                handles.addAll(place.scans().handles(layout));
            } else {
                members(List.of(Sources.timed(layout.everyKey())), after, handles);
            }
        } else if (!source.sets().isEmpty()) {
            members(source.sets(), after, handles);
        }
        return handles;
    }

    private void members(List<Source.Part> parts, @Nullable String after, Set<String> handles) {
        Commands commands = place.commands();
        if (parts.size() == 1) {
            Source.Part part = parts.get(0);
            handles.addAll(commands.members(part.key(), least(part, after), part.most()));
            return;
        }
        List<String> bounds = new ArrayList<>(2 * parts.size());
        for (Source.Part part : parts) {
            bounds.add(least(part, after));
            bounds.add(part.most());
        }
        List<String> keys = parts.stream().map(Source.Part::key).toList();
        for (Object members : commands.read(Script.MEMBERS, keys, bounds)) {
            for (Object member : (List<?>) Objects.requireNonNull(members)) {
                handles.add((String) member);
            }
        }
    }

    private static String least(Source.Part part, @Nullable String after) {
        return part.timed() && after != null ? "(" + after : part.least();
    }

    /** The records that are there. */
    List<StoredRow> read(ModelLayout layout, List<String> handles, List<FieldDefinition> fields) {
        List<StoredRow> rows = new ArrayList<>(handles.size());
        read(layout, List.of(), handles, fields, rows);
        return rows;
    }

    /** Adds the records that are there, and gives back what stands under the pointers. */
    private List<@Nullable String> read(
            ModelLayout layout,
            List<String> pointers,
            List<String> handles,
            List<FieldDefinition> fields,
            List<StoredRow> rows) {
        List<String> columns = new ArrayList<>(fields.size() + 1);
        columns.add(Cells.VERSION);
        fields.forEach(field -> columns.add(layout.column(field)));
        List<@Nullable String> pointed = List.of();
        for (int from = 0; from < handles.size() || (from == 0 && !pointers.isEmpty()); from += CHUNK) {
            List<String> chunk = handles.subList(from, Math.min(handles.size(), from + CHUNK));
            List<String> keys = chunk.stream().map(layout::recordKey).toList();
            Found found = place.commands().read(from == 0 ? pointers : List.of(), keys, columns);
            pointed = from == 0 ? found.texts() : pointed;
            for (int i = 0; i < chunk.size(); i++) {
                StoredRow row = row(layout, chunk.get(i), fields, found.cells().get(i));
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return pointed;
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
