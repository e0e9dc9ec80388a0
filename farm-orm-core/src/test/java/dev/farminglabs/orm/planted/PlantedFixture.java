package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DelegatingDriver;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.memory.MemoryDriver;
import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.StorePlace;
import org.jspecify.annotations.Nullable;

/** The memory driver with the bug under test. */
final class PlantedFixture implements StoreFixture {

    static volatile Bug bug = Bug.SKIP_IGNORED;

    private record PlantedDriver(MemoryDriver driver, Bug planted) implements DelegatingDriver {
        @Override
        public DriverSession session(SchemaDefinition schema) {
            return planted.in(driver.session(schema), schema);
        }
    }

    @Override
    public String name() {
        return "memory with " + bug;
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
        Driver driver = new PlantedDriver(new MemoryDriver(), bug);
        return new StorePlace() {
            @Override
            public Object store() {
                return driver;
            }

            @Override
            public void assertQuiet() {}

            @Override
            public void close() {}
        };
    }
}
