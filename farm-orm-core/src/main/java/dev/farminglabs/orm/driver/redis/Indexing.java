package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.redis.layout.Cells;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a commit does to the indexes of a model whose keys are in one slot. Used once. */
final class Indexing {

    private final ModelLayout layout;
    private final CommitScript script;

    Indexing(ModelLayout layout, CommitScript script) {
        this.layout = layout;
        this.script = script;
    }

    /** Takes a record out of all of them. */
    void remove(StoredRow before) {
        layout.equalityKeys(before.values()).forEach(key -> script.removals().step("R", key, before.handle()));
        layout.ranges().forEach(field -> script.removals().step("R", layout.rangeKey(field), before.handle()));
        script.removals().step("R", layout.everyKey(), before.handle());
    }

    /**
     * Moves a record to where it belongs.
     *
     * @param before   how it was read, null for a new one
     * @param sameLife whether what is right already can be left alone
     */
    void put(String handle, @Nullable StoredRow before, @Nullable Object[] after, boolean sameLife) {
        String life = layout.life(after);
        String score = life.isEmpty() ? "+inf" : life;
        if (!sameLife) {
            script.additions()
                    .step("B", layout.everyKey(), score, handle)
                    .step("X", layout.everyKey(), script.number(layout.everyKey()));
        }
        List<String> had = before == null ? List.of() : layout.equalityKeys(before.values());
        List<String> has = layout.equalityKeys(after);
        had.stream()
                .filter(key -> !has.contains(key))
                .forEach(key -> script.removals().step("R", key, handle));
        for (String key : has) {
            if (!had.contains(key) || !sameLife) {
                script.additions().step("A", key, score, handle).step("X", key, script.number(key));
            }
        }
        for (FieldDefinition field : layout.ranges()) {
            putInRange(field, handle, before, after, sameLife);
        }
    }

    private void putInRange(
            FieldDefinition field,
            String handle,
            @Nullable StoredRow before,
            @Nullable Object[] after,
            boolean sameLife) {
        String key = layout.rangeKey(field);
        Object value = after[field.position()];
        Object previous = before == null ? null : before.get(field);
        if (value != null && (!value.equals(previous) || !sameLife)) {
            script.additions()
                    .step("B", key, Cells.text(value), handle)
                    .step("X", key, script.number(layout.everyKey()));
        } else if (value == null && previous != null) {
            script.removals().step("R", key, handle);
        }
    }

    /** Takes some of the dead out. */
    void trim() {
        List<String> ranges = layout.ranges().stream()
                .map(layout::rangeKey)
                .map(script::number)
                .toList();
        script.additions().step("T", layout.everyKey()).list(ranges);
    }
}
