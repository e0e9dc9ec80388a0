package dev.farminglabs.orm.setup;

import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.SchemaSource;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.driver.Stores;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes a store ready for a schema. Thread-safe. Every method may throw a {@code DataAccessException} that implements {@link
 * dev.farminglabs.orm.error.OrmError}.
 */
public final class Setup {

    private final SchemaDefinition schema;
    private final Driver driver;
    private final SetupOperations operations;

    private Setup(SchemaDefinition schema, Driver driver) {
        this.schema = schema;
        this.driver = driver;
        this.operations = driver.setup(schema);
    }

    /** The setup of a schema in a store. Opens no connection. */
    public static Setup of(SchemaSource schema, Object store) {
        return of(schema.definition(PhysicalNaming.DEFAULT), Stores.open(store));
    }

    /** The setup of a schema under the physical names of one client. Opens no connection. */
    public static Setup of(SchemaDefinition schema, Driver driver) {
        return new Setup(schema, driver);
    }

    /** The schema under the physical names of the client. */
    public SchemaDefinition schema() {
        return schema;
    }

    /** What a push would add, in order; empty when nothing is missing. Changes nothing. */
    public List<SetupStep> plan() {
        return operations.missing();
    }

    /**
     * Adds what is missing: never drops, never narrows. Safe from many processes at once: one does it, the others wait.
     *
     * @return what was added
     */
    public List<SetupStep> push() {
        return operations.exclusively(() -> {
            List<SetupStep> steps = operations.missing();
            if (!steps.isEmpty()) {
                operations.apply(steps);
            }
            return steps;
        });
    }

    /** How the store differs from the schema, the breaking differences first; empty when it does not. Changes nothing. */
    public List<Difference> drift() {
        return operations.differences().stream()
                .sorted((a, b) -> Boolean.compare(b.breaking(), a.breaking()))
                .toList();
    }

    /**
     * Checks that the store fits the schema.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_SCHEMA} and every breaking
     *     difference
     */
    public void validate() {
        List<Difference> breaking =
                drift().stream().filter(Difference::breaking).toList();
        if (!breaking.isEmpty()) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_SCHEMA,
                            "Schema " + schema.name() + " does not fit what is in " + driver.store() + ":\n  - "
                                    + breaking.stream()
                                            .map(Difference::toString)
                                            .collect(Collectors.joining("\n  - ")))
                    .at(driver.store())
                    .exception();
        }
    }
}
