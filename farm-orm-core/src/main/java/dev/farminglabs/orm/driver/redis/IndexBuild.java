package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.operation.Arguments;
import java.util.List;

/**
 * Puts the records that are there into the indexes. What others write meanwhile they index themselves; a record they change
 * under this job's hands is taken up again.
 */
final class IndexBuild {

    /** So many records go into one script. */
    private static final int CHUNK = 200;

    /** The alive is called again and again. */
    static void run(Place place, ModelLayout layout, Runnable alive) {
        Search search = new Search(place, Arguments.NONE);
        List<String> handles = Scans.every(place.commands(), layout, alive);
        for (int from = 0; from < handles.size(); from += CHUNK) {
            alive.run();
            chunk(place, layout, search, handles.subList(from, Math.min(handles.size(), from + CHUNK)));
        }
    }

    private static void chunk(Place place, ModelLayout layout, Search search, List<String> handles) {
        boolean done = false;
        while (!done) {
            List<StoredRow> rows = search.read(layout, handles, layout.model().fields());
            Committer.Result result = new Committer(place, search).send(() -> {
                Commit commit = new Commit(layout, true);
                rows.forEach(row -> commit.change(row, row.values()));
                return commit;
            });
            done = rows.isEmpty() || result.done();
        }
    }

    private IndexBuild() {}
}
