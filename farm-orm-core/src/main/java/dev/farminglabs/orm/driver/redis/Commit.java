package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.redis.layout.Cells;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout.Pointer;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.redis.server.Violations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records of one model as they are to be, computed from how they were read: written in one step if nothing has changed since.
 * Used once, by one thread.
 */
final class Commit {

    /**
     * One record.
     *
     * @param before how it was read, null for a new one
     * @param after  how it is to be, null for one to be removed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Mutation(
            @Nullable StoredRow before, @Nullable Object @Nullable [] after) {}

    private final ModelLayout layout;
    private final List<Mutation> mutations = new ArrayList<>();
    private final boolean whole;
    private final Map<String, String> stale = new HashMap<>();

    private CommitScript script = new CommitScript();
    private final Map<String, String> released = new HashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final Set<String> claimed = new HashSet<>();

    Commit(ModelLayout layout) {
        this(layout, false);
    }

    /**
     * A commit for that model.
     *
     * @param whole whether pointers and indexes are checked and written also where they should be right already
     */
    Commit(ModelLayout layout, boolean whole) {
        this.layout = layout;
        this.whole = whole;
    }

    ModelLayout layout() {
        return layout;
    }

    void create(@Nullable Object[] row) {
        mutations.add(new Mutation(null, row));
    }

    void change(StoredRow before, @Nullable Object[] after) {
        mutations.add(new Mutation(before, after));
    }

    void delete(StoredRow before) {
        mutations.add(new Mutation(before, null));
    }

    /** The pointer may be taken from that holder, which is gone. */
    void steal(String pointer, String holder) {
        stale.put(pointer, holder);
    }

    /** What the script is to be told. */
    CommitScript script() {
        script = new CommitScript();
        for (Mutation mutation : mutations) {
            StoredRow before = mutation.before;
            if (before != null) {
                release(before, mutation.after);
            }
        }
        mutations.forEach(this::add);
        if (!layout.single()) {
            new Indexing(layout, script).trim();
        }
        return script;
    }

    /** Notes what a record gives up, so that another one of this commit may take it. */
    private void release(StoredRow before, @Nullable Object @Nullable [] after) {
        boolean gone = after == null || !layout.handle(after).equals(before.handle());
        Set<String> kept = gone ? Set.of() : pointers(after);
        for (Pointer pointer : layout.pointers(before.values())) {
            if (!kept.contains(pointer.key())) {
                released.put(pointer.key(), before.handle());
            }
        }
        if (gone) {
            removed.add(layout.recordKey(before.handle()));
        }
    }

    private Set<String> pointers(@Nullable Object @Nullable [] row) {
        return row == null
                ? Set.of()
                : layout.pointers(row).stream().map(Pointer::key).collect(Collectors.toSet());
    }

    private void add(Mutation mutation) {
        StoredRow before = mutation.before;
        @Nullable Object[] after = mutation.after;
        if (before != null) {
            script.check(
                    "V", layout.recordKey(before.handle()), new CommitScript.Checked(null, null), before.version());
        }
        if (after == null) {
            remove(Objects.requireNonNull(before));
            return;
        }
        String handle = layout.handle(after);
        if (before == null || !handle.equals(before.handle())) {
            if (before != null) {
                remove(before);
            }
            birth(handle, after);
        } else {
            rewrite(before, after);
        }
        beside(handle, before, after);
    }

    private void claim(String key, UniqueDefinition unique) {
        if (!claimed.add(key)) {
            throw Violations.unique(unique);
        }
    }

    private void remove(StoredRow before) {
        script.removals().step("D", layout.recordKey(before.handle()));
        layout.pointers(before.values()).forEach(pointer -> script.removals().step("D", pointer.key()));
        if (!layout.single()) {
            new Indexing(layout, script).remove(before);
        }
    }

    private void birth(String handle, @Nullable Object[] after) {
        String key = layout.recordKey(handle);
        claim(key, layout.home());
        if (!removed.contains(key)) {
            script.check("V", key, new CommitScript.Checked(layout.home(), null), "");
        }
        List<String> cells = new ArrayList<>(List.of(Cells.SCHEMA, layout.schemaVersion()));
        for (FieldDefinition field : layout.model().fields()) {
            Object value = after[field.position()];
            if (value != null) {
                cells.add(layout.column(field));
                cells.add(Cells.text(value));
            }
        }
        script.additions().step("N", key, layout.life(after)).list(cells);
    }

    private void rewrite(StoredRow before, @Nullable Object[] after) {
        List<String> sets = new ArrayList<>();
        List<String> unsets = new ArrayList<>();
        for (FieldDefinition field : layout.model().fields()) {
            Object value = after[field.position()];
            if (value == null && before.get(field) != null) {
                unsets.add(layout.column(field));
            } else if (value != null && !value.equals(before.get(field))) {
                sets.add(layout.column(field));
                sets.add(Cells.text(value));
            }
        }
        CommitScript.Steps step = script.additions().step("C", layout.recordKey(before.handle()), layout.life(after));
        step.list(sets);
        step.list(unsets);
    }

    /** Pointers and indexes. */
    private void beside(String handle, @Nullable StoredRow before, @Nullable Object[] after) {
        String life = layout.life(after);
        StoredRow kept = before != null && handle.equals(before.handle()) ? before : null;
        boolean sameLife = kept != null && !whole && life.equals(layout.life(kept.values()));
        Set<String> had = kept == null ? Set.of() : pointers(kept.values());
        for (Pointer pointer : layout.pointers(after)) {
            boolean there = had.contains(pointer.key()) && !whole;
            if (!there) {
                claim(pointer.key(), pointer.unique());
                script.check(
                        "F",
                        pointer.key(),
                        new CommitScript.Checked(pointer.unique(), pointer.key()),
                        released.getOrDefault(pointer.key(), whole ? handle : ""),
                        stale.getOrDefault(pointer.key(), ""));
            }
            if (!there || !sameLife) {
                script.additions().step("P", pointer.key(), handle, life);
            }
        }
        Set<String> keeps = pointers(after);
        had.stream()
                .filter(key -> !keeps.contains(key))
                .forEach(key -> script.removals().step("D", key));
        if (!layout.single()) {
            new Indexing(layout, script).put(handle, kept, after, sameLife);
        }
    }
}
