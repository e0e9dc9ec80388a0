package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.redis.server.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends commits, and heals pointers on the way whose record is gone: evicted, or lost in a crash. Used for one operation. */
final class Committer {

    /**
     * What became of a commit.
     *
     * @param done  whether it was written
     * @param taken the unique key another record holds; null where a record had changed since it was read
     */
    record Result(boolean done, @Nullable UniqueDefinition taken) {}

    private static final Result DONE = new Result(true, null);
    private static final Result CHANGED = new Result(false, null);

    private final Place place;
    private final Search search;

    Committer(Place place, Search search) {
        this.place = place;
        this.search = search;
    }

    /** Builds the commit once more for each pointer that has to be healed. */
    Result send(Supplier<Commit> build) {
        Map<String, String> stale = new HashMap<>();
        while (true) {
            Commit commit = build.get();
            stale.forEach(commit::steal);
            CommitScript script = commit.script();
            List<@Nullable Object> reply = place.commands().write(Script.COMMIT, script.keys(), script.arguments());
            if ("+".equals(reply.get(0))) {
                return DONE;
            }
            CommitScript.Checked checked = script.checked(((Number) Objects.requireNonNull(reply.get(1))).intValue());
            UniqueDefinition unique = checked.unique();
            String pointer = checked.key();
            if (unique == null) {
                return CHANGED;
            }
            String holder = reply.size() > 2 ? (String) reply.get(2) : null;
            if (pointer == null || holder == null || holds(commit.layout(), holder, pointer)) {
                return new Result(false, unique);
            }
            stale.put(pointer, holder);
        }
    }

    private boolean holds(ModelLayout layout, String holder, String pointer) {
        List<StoredRow> found =
                search.read(layout, List.of(holder), layout.model().fields());
        return !found.isEmpty()
                && layout.pointers(found.get(0).values()).stream()
                        .anyMatch(held -> held.key().equals(pointer));
    }
}
