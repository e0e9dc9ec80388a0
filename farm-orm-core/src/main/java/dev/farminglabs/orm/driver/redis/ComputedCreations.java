package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.NewRows;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.redis.server.Violations;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates records, one or many in a step. Used for one operation. */
final class ComputedCreations {

    private final Place place;
    private final Arguments arguments;
    private final Committer committer;

    ComputedCreations(Place place, Arguments arguments, Committer committer) {
        this.place = place;
        this.arguments = arguments;
        this.committer = committer;
    }

    Written one(Write.Create create) {
        ModelLayout layout = place.layout(create.model());
        @Nullable Object[] row = row(layout, create.settings(), arguments::get);
        Committer.Result result = send(layout, List.<@Nullable Object[]>of(row));
        if (result.taken() == null) {
            return created(row, create.returning());
        }
        if (create.skipDuplicate()) {
            return Written.NOTHING;
        }
        throw Violations.unique(result.taken());
    }

    Written many(Write.CreateMany createMany) {
        ModelLayout layout = place.layout(createMany.model());
        List<Setting> columns = createMany.columns();
        int count =
                columns.isEmpty() ? 0 : arguments.list(columns.get(0).value()).size();
        List<@Nullable Object[]> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int index = i;
            rows.add(row(layout, columns, slot -> arguments.list(slot).get(index)));
        }
        place.stepwise(layout, rows, step -> {
            UniqueDefinition taken = send(layout, step).taken();
            if (taken != null) {
                throw Violations.unique(taken);
            }
        });
        return new Written(Outcome.CREATED, count, List.of());
    }

    /** The values of a new record. A pointer to it would lie in another slot of a cluster, and so it may not need one. */
    @Nullable
    Object[] row(ModelLayout layout, List<Setting> settings, NewRows.Given given) {
        @Nullable Object[] row = NewRows.row(layout, settings, given);
        if (place.apart(layout) && !layout.pointers(row).isEmpty()) {
            throw Violations.givenIdOnCluster(layout.model().id());
        }
        return row;
    }

    Committer.Result send(ModelLayout layout, List<@Nullable Object[]> rows) {
        return committer.send(() -> {
            Commit commit = new Commit(layout);
            rows.forEach(commit::create);
            return commit;
        });
    }

    static Written created(@Nullable Object[] row, List<FieldDefinition> returning) {
        return ComputedWrites.written(Outcome.CREATED, List.of(new StoredRow("", "", row)), returning);
    }
}
