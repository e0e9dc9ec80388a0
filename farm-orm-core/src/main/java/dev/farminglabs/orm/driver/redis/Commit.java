package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.redis.layout.Cells;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout.Pointer;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.redis.server.Violations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    /**
     * What a check was about.
     *
     * @param unique the key that must be free, null for a record that must be as it was read
     * @param key    the name of the pointer, null for the record's own key
     */
    record Checked(
            @Nullable UniqueDefinition unique, @Nullable String key) {}

    private final ModelLayout layout;
    private final List<Mutation> mutations = new ArrayList<>();
    private final boolean whole;
    private final Map<String, String> stale = new HashMap<>();

    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final List<Checked> checked = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();
    private final Steps removals = new Steps();
    private final Steps additions = new Steps();
    private final Map<String, String> released = new HashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final Set<String> claimed = new HashSet<>();

    /** Steps of the script; a step is its letter, key numbers and texts. */
    private final class Steps {
        private final List<String> tokens = new ArrayList<>();
        private int count;

        Steps step(String letter, String key, String... texts) {
            tokens.add(letter);
            tokens.add(number(key));
            tokens.addAll(Arrays.asList(texts));
            count++;
            return this;
        }

        void list(List<String> texts) {
            tokens.add(Integer.toString(texts.size()));
            tokens.addAll(texts);
        }
    }

    Commit(ModelLayout layout) {
        this(layout, false);
    }

    /**
     * A commit for that model.
     *
     * @param whole whether pointers and indexes are written also where they should be right already
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

    /** The check of that number, from 1. */
    Checked checked(int number) {
        return checked.get(number - 1);
    }

    private String number(String key) {
        return keys.computeIfAbsent(key, k -> keys.size() + 1).toString();
    }

    List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /** Makes the arguments of the script; call before {@link #keys()}. */
    List<String> arguments() {
        keys.clear();
        checked.clear();
        checks.clear();
        for (Mutation mutation : mutations) {
            StoredRow before = mutation.before;
            if (before != null) {
                release(before, mutation.after);
            }
        }
        mutations.forEach(this::add);
        if (!layout.single()) {
            trim();
        }
        List<String> all = new ArrayList<>();
        all.add(Integer.toString(checked.size()));
        all.addAll(checks);
        all.add(Integer.toString(removals.count + additions.count));
        all.addAll(removals.tokens);
        all.addAll(additions.tokens);
        return all;
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
            check("V", layout.recordKey(before.handle()), new Checked(null, null), before.version());
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

    private void check(String letter, String key, Checked what, String... texts) {
        checks.add(letter);
        checks.add(number(key));
        checks.addAll(Arrays.asList(texts));
        checked.add(what);
    }

    private void claim(String key, UniqueDefinition unique) {
        if (!claimed.add(key)) {
            throw Violations.unique(unique);
        }
    }

    private void remove(StoredRow before) {
        removals.step("D", layout.recordKey(before.handle()));
        layout.pointers(before.values()).forEach(pointer -> removals.step("D", pointer.key()));
        if (!layout.single()) {
            layout.equalityKeys(before.values()).forEach(key -> removals.step("R", key, before.handle()));
            layout.ranges().forEach(field -> removals.step("R", layout.rangeKey(field), before.handle()));
            removals.step("R", layout.everyKey(), before.handle());
        }
    }

    private void birth(String handle, @Nullable Object[] after) {
        String key = layout.recordKey(handle);
        claim(key, layout.home());
        if (!removed.contains(key)) {
            check("V", key, new Checked(layout.home(), null), "");
        }
        List<String> cells = new ArrayList<>(List.of(Cells.SCHEMA, layout.schemaVersion()));
        for (FieldDefinition field : layout.model().fields()) {
            Object value = after[field.position()];
            if (value != null) {
                cells.add(layout.column(field));
                cells.add(Cells.text(value));
            }
        }
        additions.step("N", key, layout.life(after)).list(cells);
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
        Steps step = additions.step("C", layout.recordKey(before.handle()), layout.life(after));
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
            if (!had.contains(pointer.key())) {
                claim(pointer.key(), pointer.unique());
                check(
                        "F",
                        pointer.key(),
                        new Checked(pointer.unique(), pointer.key()),
                        released.getOrDefault(pointer.key(), ""),
                        stale.getOrDefault(pointer.key(), ""));
            }
            if (!had.contains(pointer.key()) || !sameLife) {
                additions.step("P", pointer.key(), handle, life);
            }
        }
        Set<String> keeps = pointers(after);
        had.stream().filter(key -> !keeps.contains(key)).forEach(key -> removals.step("D", key));
        if (!layout.single()) {
            index(handle, kept, after, sameLife);
        }
    }

    private void index(String handle, @Nullable StoredRow before, @Nullable Object[] after, boolean sameLife) {
        String life = layout.life(after);
        String score = life.isEmpty() ? "+inf" : life;
        if (!sameLife) {
            additions
                    .step("B", layout.everyKey(), score, handle)
                    .step("X", layout.everyKey(), number(layout.everyKey()));
        }
        List<String> had = before == null ? List.of() : layout.equalityKeys(before.values());
        List<String> has = layout.equalityKeys(after);
        had.stream().filter(key -> !has.contains(key)).forEach(key -> removals.step("R", key, handle));
        for (String key : has) {
            if (!had.contains(key) || !sameLife) {
                additions.step("A", key, score, handle).step("X", key, number(key));
            }
        }
        for (FieldDefinition field : layout.ranges()) {
            String key = layout.rangeKey(field);
            Object value = after[field.position()];
            Object previous = before == null ? null : before.get(field);
            if (value != null && (!value.equals(previous) || !sameLife)) {
                additions.step("B", key, Cells.text(value), handle).step("X", key, number(layout.everyKey()));
            } else if (value == null && previous != null) {
                removals.step("R", key, handle);
            }
        }
    }

    private void trim() {
        List<String> ranges =
                layout.ranges().stream().map(layout::rangeKey).map(this::number).toList();
        additions.step("T", layout.everyKey()).list(ranges);
    }
}
