package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.SetupStep;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Tables are there as soon as a session asks for them, so nothing is ever missing or different. */
final class NothingToSetUp implements SetupOperations {

    /** No two setups in this process at once; no other process can see the store. */
    private static final ReentrantLock LOCK = new ReentrantLock();

    @Override
    public List<SetupStep> missing() {
        return List.of();
    }

    @Override
    public void apply(List<SetupStep> steps) {
        if (!steps.isEmpty()) {
            throw new IllegalArgumentException("These steps were not planned by this store");
        }
    }

    @Override
    public List<Difference> differences() {
        return List.of();
    }

    @Override
    public <T> T exclusively(Supplier<T> work) {
        LOCK.lock();
        try {
            return work.get();
        } finally {
            LOCK.unlock();
        }
    }
}
