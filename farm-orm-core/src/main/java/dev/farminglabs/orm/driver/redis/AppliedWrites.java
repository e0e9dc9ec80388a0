package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.driver.redis.layout.Cells;
import dev.farminglabs.orm.driver.redis.layout.ConditionTokens;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.NewRows;
import dev.farminglabs.orm.driver.redis.layout.Source;
import dev.farminglabs.orm.driver.redis.layout.Sources;
import dev.farminglabs.orm.driver.redis.server.Violations;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the writes that the server can decide by itself, and makes them what the script is told. Used for one operation. */
final class AppliedWrites implements Write.Visitor<Optional<AppliedWrite>> {

    private static final List<String> NEVER = List.of("|", "0");

    /** So many tokens every write has: names, kind, the time of removal and how long each list is. */
    private static final int FIXED = 10;

    private final Place place;
    private final Arguments arguments;

    AppliedWrites(Place place, Arguments arguments) {
        this.place = place;
        this.arguments = arguments;
    }

    /**
     * What the script does to a stored record.
     *
     * @param additions for each field its column, what is added, and the least and greatest sum
     * @param added     those fields
     * @param sets      columns and texts
     * @param unsets    columns
     * @param life      the time of removal, empty for never, a dash to leave it
     */
    private record Changing(
            List<String> additions, List<FieldDefinition> added, List<String> sets, List<String> unsets, String life) {}

    private static final Changing NOTHING = new Changing(List.of(), List.of(), List.of(), List.of(), "-");

    @Override
    public Optional<AppliedWrite> create(Write.Create create) {
        return Optional.ofNullable(creation(create));
    }

    private @Nullable AppliedWrite creation(Write.Create create) {
        ModelLayout layout = place.layout(create.model());
        @Nullable Object[] row = layout.single() ? NewRows.row(layout, create.settings(), arguments::get) : null;
        String handle = row == null ? null : handle(layout, row);
        if (row == null || handle == null) {
            return null;
        }
        String kind = create.skipDuplicate() ? "0" : "1";
        return write(layout, handle, List.of("C", kind), born(layout, row), NEVER, NEVER, NOTHING, create.returning());
    }

    /** The handle of a new record; null when it needs more than its own key. */
    static @Nullable String handle(ModelLayout layout, @Nullable Object[] row) {
        if (layout.hasDerivedId(row)) {
            return (String) row[layout.model().id().position()];
        }
        return layout.pointers(row).isEmpty() ? layout.handle(row) : null;
    }

    @Override
    public Optional<AppliedWrite> createMany(Write.CreateMany createMany) {
        return Optional.empty();
    }

    @Override
    public Optional<AppliedWrite> upsert(Write.Upsert upsert) {
        return Optional.ofNullable(creationOrChange(upsert));
    }

    private @Nullable AppliedWrite creationOrChange(Write.Upsert upsert) {
        ModelLayout layout = place.layout(upsert.model());
        refuseNaturalKey(layout, upsert.changes());
        if (!layout.single()) {
            AppliedWrite change = changeOfStored(upsert);
            return change == null ? null : change.undecided();
        }
        @Nullable Object[] row = NewRows.row(layout, upsert.create(), arguments::get);
        Predicate expired = upsert.expired();
        List<String> dead = expired == null ? NEVER : ConditionTokens.of(layout, arguments, expired);
        List<String> when = ConditionTokens.of(layout, arguments, upsert.when());
        Changing changing = changing(layout, upsert.changes());
        String handle = handle(layout, row);
        if (handle == null || dead == null || when == null || changing == null) {
            return null;
        }
        return write(layout, handle, List.of("P", "0"), born(layout, row), dead, when, changing, upsert.returning());
    }

    /** The upsert of a record that is there and alive; that none was changed says nothing about the upsert. */
    private @Nullable AppliedWrite changeOfStored(Write.Upsert upsert) {
        List<Predicate> parts = new ArrayList<>();
        for (Setting setting : upsert.create()) {
            if (upsert.key().fields().contains(setting.field())) {
                parts.add(new Predicate.Compare(setting.field(), Comparison.EQUAL, setting.value(), false));
            }
        }
        parts.add(upsert.when());
        Predicate expired = upsert.expired();
        if (expired != null) {
            parts.add(expired.negate());
        }
        return change(new Write.Update(upsert.model(), Predicate.and(parts), upsert.changes(), upsert.returning()));
    }

    @Override
    public Optional<AppliedWrite> update(Write.Update update) {
        return Optional.ofNullable(change(update));
    }

    private @Nullable AppliedWrite change(Write.Update update) {
        ModelLayout layout = place.layout(update.model());
        refuseNaturalKey(layout, update.changes());
        boolean shaping = update.changes().stream().anyMatch(change -> layout.shapes(change.field()));
        Changing changing = shaping ? null : changing(layout, update.changes());
        return changing == null ? null : stored(layout, "U", update.where(), changing, update.returning());
    }

    @Override
    public Optional<AppliedWrite> delete(Write.Delete delete) {
        ModelLayout layout = place.layout(delete.model());
        return Optional.ofNullable(layout.single() ? stored(layout, "D", delete.where(), NOTHING, List.of()) : null);
    }

    private @Nullable AppliedWrite stored(
            ModelLayout layout, String kind, Predicate where, Changing changing, List<FieldDefinition> returning) {
        Source source = new Sources(layout, arguments, place.usable(layout)).of(where);
        List<String> met = ConditionTokens.of(layout, arguments, where);
        String handle = met == null ? null : handle(source);
        return met == null || handle == null
                ? null
                : write(layout, handle, List.of(kind, "0"), List.of("0", "-"), NEVER, met, changing, returning);
    }

    /** The one record it can be; null when there are more, or when it takes more than a look under a pointer. */
    private @Nullable String handle(Source source) {
        if (source.oneKey()) {
            return source.handles().get(0);
        }
        boolean onePointer = source.rank() == Source.Rank.POINTER
                && source.handles().isEmpty()
                && source.pointers().size() == 1;
        return onePointer ? place.commands().values(source.pointers()).get(0) : null;
    }

    static void refuseNaturalKey(ModelLayout layout, List<Change> changes) {
        for (Change change : changes) {
            if (layout.derivesIds() && layout.home().fields().contains(change.field())) {
                throw Violations.naturalKey(change.field());
            }
        }
    }

    private static List<String> born(ModelLayout layout, @Nullable Object[] row) {
        List<String> cells = new ArrayList<>(2 * row.length + 2);
        cells.add(""); // how many
        for (FieldDefinition field : layout.model().fields()) {
            Object value = row[field.position()];
            if (value != null) {
                cells.add(layout.column(field));
                cells.add(Cells.text(value));
            }
        }
        cells.set(0, Integer.toString(cells.size() - 1));
        cells.add(layout.life(row));
        return cells;
    }

    /** Null for arithmetic the server cannot do. */
    private @Nullable Changing changing(ModelLayout layout, List<Change> changes) {
        Changing all = new Changing(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), life(layout, changes));
        for (Change change : changes) {
            String column = layout.column(change.field());
            if (change.kind() == Change.Kind.ADD) {
                if (change.field().kind() == FieldKind.DECIMAL) {
                    return null;
                }
                add(all, column, change);
            } else {
                Object value = arguments.get(change.value());
                (value == null ? all.unsets : all.sets).add(column);
                if (value != null) {
                    all.sets.add(Cells.text(value));
                }
            }
        }
        return all;
    }

    private void add(Changing all, String column, Change change) {
        boolean small = change.field().kind() == FieldKind.INTEGER;
        all.added.add(change.field());
        all.additions.add(column);
        all.additions.add(Cells.text(arguments.require(change.value())));
        all.additions.add(Long.toString(small ? Integer.MIN_VALUE : Long.MIN_VALUE));
        all.additions.add(Long.toString(small ? Integer.MAX_VALUE : Long.MAX_VALUE));
    }

    private String life(ModelLayout layout, List<Change> changes) {
        for (Change change : changes) {
            if (change.field() == layout.expiry()) {
                Object time = arguments.get(change.value());
                return time == null ? "" : Long.toString(((Instant) time).toEpochMilli());
            }
        }
        return "-";
    }

    private static AppliedWrite write(
            ModelLayout layout,
            String handle,
            List<String> kind,
            List<String> born,
            List<String> dead,
            List<String> met,
            Changing changing,
            List<FieldDefinition> returning) {
        List<String> tokens = new ArrayList<>(FIXED
                + born.size()
                + dead.size()
                + met.size()
                + changing.additions.size()
                + changing.sets.size()
                + changing.unsets.size()
                + returning.size());
        tokens.add(layout.column(layout.model().id()));
        tokens.add(layout.derivesIds() ? handle : "");
        tokens.add(layout.schemaVersion());
        tokens.addAll(kind);
        tokens.addAll(born);
        tokens.addAll(dead);
        tokens.addAll(met);
        list(tokens, changing.additions);
        list(tokens, changing.sets);
        list(tokens, changing.unsets);
        tokens.add(changing.life);
        tokens.add(Integer.toString(returning.size()));
        for (FieldDefinition field : returning) {
            tokens.add(layout.column(field));
        }
        return new AppliedWrite(layout, layout.recordKey(handle), tokens, changing.added, returning, true);
    }

    private static void list(List<String> tokens, List<String> more) {
        tokens.add(Integer.toString(more.size()));
        tokens.addAll(more);
    }
}
