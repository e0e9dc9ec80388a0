package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.NewRows;
import dev.farminglabs.orm.driver.redis.layout.Source;
import dev.farminglabs.orm.driver.redis.layout.Sources;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.redis.server.Violations;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes by reading the records, computing what becomes of them, and writing that if nothing has changed since; otherwise
 * once more. For what the server cannot decide by itself. Used for one operation.
 */
final class ComputedWrites implements Write.Visitor<Written> {

    private static final int ATTEMPTS = 500;
    private static final long LONGEST_PAUSE_NANOS = 10_000_000;

    private final Place place;
    private final Arguments arguments;
    private final Search search;
    private final Committer committer;

    ComputedWrites(Place place, Arguments arguments) {
        this.place = place;
        this.arguments = arguments;
        this.search = new Search(place, arguments);
        this.committer = new Committer(place, search);
    }

    @Override
    public Written create(Write.Create create) {
        ModelLayout layout = place.layouts().of(create.model());
        @Nullable Object[] row = NewRows.row(layout, create.settings(), arguments::get);
        Committer.Result result = committer.send(() -> {
            Commit commit = new Commit(layout);
            commit.create(row);
            return commit;
        });
        if (result.taken() == null) {
            return created(row, create.returning());
        }
        if (create.skipDuplicate()) {
            return Written.NOTHING;
        }
        throw Violations.unique(result.taken());
    }

    private static Written created(@Nullable Object[] row, List<FieldDefinition> returning) {
        return written(Outcome.CREATED, List.of(new StoredRow("", "", row)), returning);
    }

    private static Written written(Outcome outcome, List<StoredRow> rows, List<FieldDefinition> returning) {
        if (rows.isEmpty()) {
            return Written.NOTHING;
        }
        List<@Nullable Object[]> cells = new ArrayList<>();
        if (!returning.isEmpty()) {
            rows.forEach(row -> cells.add(row.values(returning)));
        }
        return new Written(outcome, rows.size(), cells);
    }

    @Override
    public Written createMany(Write.CreateMany createMany) {
        ModelLayout layout = place.layouts().of(createMany.model());
        List<Setting> columns = createMany.columns();
        int count =
                columns.isEmpty() ? 0 : arguments.list(columns.get(0).value()).size();
        List<@Nullable Object[]> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int index = i;
            rows.add(NewRows.row(layout, columns, slot -> arguments.list(slot).get(index)));
        }
        Committer.Result result = committer.send(() -> {
            Commit commit = new Commit(layout);
            rows.forEach(commit::create);
            return commit;
        });
        if (result.taken() != null) {
            throw Violations.unique(result.taken());
        }
        return new Written(Outcome.CREATED, count, List.of());
    }

    @Override
    public Written update(Write.Update update) {
        ModelLayout layout = place.layouts().of(update.model());
        return again(update.model(), () -> {
            List<StoredRow> rows = search.rows(update.model(), update.where());
            List<StoredRow> changed = rows.stream()
                    .map(row ->
                            new StoredRow(row.handle(), row.version(), Sums.changed(row, update.changes(), arguments)))
                    .toList();
            return rows.isEmpty() || changed(layout, rows, changed, null)
                    ? written(Outcome.UPDATED, changed, update.returning())
                    : null;
        });
    }

    /**
     * Writes the new states; false where a record had changed since it was read.
     *
     * @param raced the key on whose collision to try again too
     */
    private boolean changed(
            ModelLayout layout, List<StoredRow> before, List<StoredRow> after, @Nullable UniqueDefinition raced) {
        Committer.Result result = committer.send(() -> {
            Commit commit = new Commit(layout);
            for (int i = 0; i < before.size(); i++) {
                commit.change(before.get(i), after.get(i).values());
            }
            return commit;
        });
        return settled(result, raced);
    }

    private static boolean settled(Committer.Result result, @Nullable UniqueDefinition raced) {
        UniqueDefinition taken = result.taken();
        if (taken != null && taken != raced) {
            throw Violations.unique(taken);
        }
        return result.done();
    }

    @Override
    public Written upsert(Write.Upsert upsert) {
        ModelLayout layout = place.layouts().of(upsert.model());
        @Nullable Object[] wanted = NewRows.row(layout, upsert.create(), arguments::get);
        return again(upsert.model(), () -> {
            StoredRow stored = holder(layout, upsert.key(), wanted);
            if (stored == null) {
                Committer.Result result = committer.send(() -> {
                    Commit commit = new Commit(layout);
                    commit.create(wanted);
                    return commit;
                });
                return settled(result, upsert.key()) ? created(wanted, upsert.returning()) : null;
            }
            Predicate expired = upsert.expired();
            if (expired != null && meets(stored, expired)) {
                boolean done = changed(layout, List.of(stored), List.of(new StoredRow("", "", wanted)), upsert.key());
                return done ? created(wanted, upsert.returning()) : null;
            }
            return meets(stored, upsert.when()) ? updated(layout, stored, upsert) : Written.NOTHING;
        });
    }

    private @Nullable Written updated(ModelLayout layout, StoredRow stored, Write.Upsert upsert) {
        if (upsert.changes().isEmpty()) {
            return written(Outcome.UPDATED, List.of(stored), upsert.returning());
        }
        StoredRow after =
                new StoredRow(stored.handle(), stored.version(), Sums.changed(stored, upsert.changes(), arguments));
        return changed(layout, List.of(stored), List.of(after), null)
                ? written(Outcome.UPDATED, List.of(after), upsert.returning())
                : null;
    }

    private @Nullable StoredRow holder(ModelLayout layout, UniqueDefinition key, @Nullable Object[] wanted) {
        List<Object> values = Objects.requireNonNull(ModelLayout.values(key, wanted));
        Source source = new Sources(layout, arguments, place.usable(layout)).keyed(key, List.of(values));
        List<String> handles = search.handles(layout, source, null);
        return search.read(layout, handles, layout.model().fields()).stream()
                .filter(row -> values.equals(ModelLayout.values(key, row.values())))
                .findFirst()
                .orElse(null);
    }

    private boolean meets(StoredRow row, Predicate condition) {
        return new Conditions(search, List.of(row)).test(condition).test(row);
    }

    @Override
    public Written delete(Write.Delete delete) {
        ModelLayout layout = place.layouts().of(delete.model());
        return again(delete.model(), () -> {
            List<StoredRow> rows = search.rows(delete.model(), delete.where());
            if (rows.isEmpty()) {
                return Written.NOTHING;
            }
            // not only the fields of the condition: pointers and indexes are found by the values
            Committer.Result result = committer.send(() -> {
                Commit commit = new Commit(layout);
                rows.forEach(commit::delete);
                return commit;
            });
            return result.done() ? written(Outcome.DELETED, rows, List.of()) : null;
        });
    }

    /** Tries until it gives an answer, with a growing pause of random length, so that two do not meet again and again. */
    private static Written again(ModelDefinition model, Supplier<@Nullable Written> attempt) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Written written = attempt.get();
            if (written != null) {
                return written;
            }
            long longest = Math.min(LONGEST_PAUSE_NANOS, 50_000L << Math.min(i, 10));
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
        }
        throw Violations.contended(model);
    }
}
