package dev.farminglabs.orm.tck;

import dev.farminglabs.orm.driver.memory.MemoryDriver;
import org.jspecify.annotations.Nullable;

/** The memory driver; a place is a driver of its own. */
public final class MemoryFixture implements StoreFixture {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public @Nullable String server() {
        return null;
    }

    @Override
    public boolean structured() {
        return false;
    }

    @Override
    public StorePlace open() {
        MemoryDriver driver = new MemoryDriver();
        return new StorePlace() {
            @Override
            public Object store() {
                return driver;
            }

            @Override
            public void assertQuiet() {
                // it has no connections; that no lock is held shows when the place is emptied from another thread
            }

            @Override
            public void close() {}
        };
    }
}
