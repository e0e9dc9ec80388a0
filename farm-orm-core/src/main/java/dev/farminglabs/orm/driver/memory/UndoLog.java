package dev.farminglabs.orm.driver.memory;

import java.util.ArrayList;
import java.util.List;

/** How to take back what was done, latest first. Guarded by the store's lock. */
final class UndoLog {

    private final List<Runnable> steps = new ArrayList<>();

    void add(Runnable undo) {
        steps.add(undo);
    }

    /** A point to come back to. */
    int mark() {
        return steps.size();
    }

    /** Takes back everything done since the mark. */
    void backTo(int mark) {
        for (int i = steps.size() - 1; i >= mark; i--) {
            steps.remove(i).run();
        }
    }

    /** Keeps everything done. */
    void clear() {
        steps.clear();
    }
}
