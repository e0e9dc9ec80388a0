package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.Source;
import dev.farminglabs.orm.driver.redis.layout.Sources;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.redis.server.Violations;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes by reading the records, computing what becomes of them, and writing that if nothing has changed since; otherwise
 * once more. For what the server cannot decide by itself. Used for one operation.
 */
final class ComputedWrites implements Write.Visitor<Written> {

    private final Place place;
    private final Arguments arguments;
    private final Search search;
    private final Committer committer;
    private final ComputedCreations creations;

    ComputedWrites(Place place, Arguments arguments) {
        this.place = place;
        this.arguments = arguments;
        this.search = new Search(place, arguments);
        this.committer = new Committer(place, search);
        this.creations = new ComputedCreations(place, arguments, committer);
    }

    @Override
    public Written create(Write.Create create) {
        return creations.one(create);
    }

    @Override
    public Written createMany(Write.CreateMany createMany) {
        return creations.many(createMany);
    }

    static Written written(Outcome outcome, List<StoredRow> rows, List<FieldDefinition> returning) {
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
    public Written update(Write.Update update) {
        ModelLayout layout = place.layout(update.model());
        List<StoredRow> changed = stepwise(layout, update.where(), rows -> {
            List<StoredRow> after = rows.stream()
                    .map(row ->
                            new StoredRow(row.handle(), row.version(), Sums.changed(row, update.changes(), arguments)))
                    .toList();
            return changed(layout, rows, after, null) ? after : null;
        });
        return written(Outcome.UPDATED, changed, update.returning());
    }

    /**
     * Writes the records that meet a condition, in one step where that is possible. The records of a step that had changed
     * since they were read are read again.
     *
     * @param write null where a record had changed since it was read
     */
    private List<StoredRow> stepwise(
            ModelLayout layout, Predicate where, Function<List<StoredRow>, @Nullable List<StoredRow>> write) {
        List<StoredRow> done = new ArrayList<>();
        place.stepwise(layout, search.rows(layout.model(), where), step -> {
            AtomicReference<List<StoredRow>> rows = new AtomicReference<>(step);
            done.addAll(new Attempts(layout.model()).<List<StoredRow>>until(() -> {
                List<StoredRow> written = rows.get().isEmpty() ? List.of() : write.apply(rows.get());
                if (written == null) {
                    rows.set(
                            place.apart(layout)
                                    ? search.still(layout, where, step)
                                    : search.rows(layout.model(), where));
                }
                return written;
            }));
        });
        return done;
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
        ModelLayout layout = place.layout(upsert.model());
        @Nullable Object[] wanted = creations.row(layout, upsert.create(), arguments::get);
        return new Attempts(upsert.model()).until(() -> {
            StoredRow stored = holder(layout, upsert.key(), wanted);
            if (stored == null) {
                Committer.Result result = creations.send(layout, List.<@Nullable Object[]>of(wanted));
                return settled(result, upsert.key()) ? ComputedCreations.created(wanted, upsert.returning()) : null;
            }
            Predicate expired = upsert.expired();
            if (expired != null && meets(stored, expired)) {
                boolean done = changed(layout, List.of(stored), List.of(new StoredRow("", "", wanted)), upsert.key());
                return done ? ComputedCreations.created(wanted, upsert.returning()) : null;
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
        return search.at(layout, source, null, layout.model().fields()).stream()
                .filter(row -> values.equals(ModelLayout.values(key, row.values())))
                .findFirst()
                .orElse(null);
    }

    private boolean meets(StoredRow row, Predicate condition) {
        return new Conditions(search, List.of(row)).test(condition).test(row);
    }

    @Override
    public Written delete(Write.Delete delete) {
        ModelLayout layout = place.layout(delete.model());
        // not only the fields of the condition: pointers and indexes are found by the values
        List<StoredRow> deleted = stepwise(layout, delete.where(), rows -> {
            Committer.Result result = committer.send(() -> {
                Commit commit = new Commit(layout);
                rows.forEach(commit::delete);
                return commit;
            });
            return result.done() ? rows : null;
        });
        return written(Outcome.DELETED, deleted, List.of());
    }
}
