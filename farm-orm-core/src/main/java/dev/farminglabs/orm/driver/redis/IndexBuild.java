package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.redis.server.Violations;
import dev.farminglabs.orm.operation.Arguments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;

/**
 * Puts the records that are there into the indexes, and makes the pointers of their unique keys. What others write meanwhile
 * they index themselves; a record they change under this job's hands is taken up again. Used once.
 */
final class IndexBuild {

    /** So many records go into one script. */
    private static final int CHUNK = 200;

    private final Place place;
    private final ModelLayout layout;
    private final Search search;
    private final Runnable alive;

    private IndexBuild(Place place, ModelLayout layout, Runnable alive) {
        this.place = place;
        this.layout = layout;
        this.search = new Search(place, Arguments.NONE);
        this.alive = alive;
    }

    /** The alive is called again and again. Records that share a value of a unique key are a violation of it. */
    static void run(Place place, ModelLayout layout, Runnable alive) {
        new IndexBuild(place, layout, alive).run();
    }

    private void run() {
        List<String> handles = Scans.every(place.commands(), layout, alive);
        try {
            chunks(handles, this::put);
        } catch (DuplicateKeyException e) {
            for (UniqueDefinition unique : layout.pointed().keySet()) {
                long shared = shared(handles, unique);
                if (shared > 0) {
                    throw Violations.sharedValues(unique, shared, e);
                }
            }
            throw e;
        }
    }

    private void chunks(List<String> handles, Consumer<List<String>> each) {
        for (int from = 0; from < handles.size(); from += CHUNK) {
            alive.run();
            each.accept(handles.subList(from, Math.min(handles.size(), from + CHUNK)));
        }
    }

    private void put(List<String> handles) {
        boolean done = false;
        while (!done) {
            List<StoredRow> rows = search.read(layout, handles, layout.model().fields());
            Committer.Result result = new Committer(place, search).send(() -> {
                Commit commit = new Commit(layout, true);
                rows.forEach(row -> commit.change(row, row.values()));
                return commit;
            });
            UniqueDefinition taken = result.taken();
            if (taken != null) {
                throw Violations.unique(taken);
            }
            done = rows.isEmpty() || result.done();
        }
    }

    /** How many values of the key more than one record holds. */
    private long shared(List<String> handles, UniqueDefinition unique) {
        Map<List<Object>, Integer> holders = new HashMap<>();
        chunks(handles, chunk -> {
            for (StoredRow row : search.read(layout, chunk, unique.fields())) {
                List<Object> values = ModelLayout.values(unique, row.values());
                if (values != null) {
                    holders.merge(values, 1, Integer::sum);
                }
            }
        });
        return holders.values().stream().filter(count -> count > 1).count();
    }
}
