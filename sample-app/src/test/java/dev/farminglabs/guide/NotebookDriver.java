package dev.farminglabs.guide;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.memory.MemoryDriver;
import java.util.List;

/** A driver of somebody else. To be short it lets the memory driver do the work; a real one talks to its store here. */
final class NotebookDriver implements Driver {

    private final MemoryDriver pages = new MemoryDriver();

    @Override
    public String store() {
        return "notebook";
    }

    @Override
    public Capabilities capabilities() {
        return pages.capabilities();
    }

    @Override
    public DriverSession session(SchemaDefinition schema) {
        return pages.session(schema);
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        return pages.setup(schema);
    }

    @Override
    public List<String> addresses() {
        return List.of();
    }

    @Override
    public void ping() {
        pages.ping();
    }

    /** What a real one asks of its connections. */
    boolean quiet() {
        return true;
    }
}
