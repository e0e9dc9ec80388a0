package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.memory.MemoryDriver;
import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.StorePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memory driver with the bug under test. */
final class PlantedFixture implements StoreFixture {

    static volatile Bug bug = Bug.SKIP_IGNORED;

    private record PlantedDriver(MemoryDriver good, Bug planted) implements Driver {
        @Override
        public String store() {
            return good.store();
        }

        @Override
        public Capabilities capabilities() {
            return good.capabilities();
        }

        @Override
        public DriverSession session(SchemaDefinition schema) {
            return planted.in(good.session(schema), schema);
        }

        @Override
        public SetupOperations setup(SchemaDefinition schema) {
            return good.setup(schema);
        }

        @Override
        public List<String> addresses() {
            return good.addresses();
        }

        @Override
        public void ping() {
            good.ping();
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
