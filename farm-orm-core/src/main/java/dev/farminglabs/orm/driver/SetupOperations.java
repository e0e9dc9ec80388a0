package dev.farminglabs.orm.driver;

import java.util.List;
import java.util.function.Supplier;

/**
 * Makes a store ready for one schema. Only ever adds: there is no step that drops or narrows. Thread-safe.
 */
public interface SetupOperations {

    /** What is missing, in the order it must be made. Reads the store, changes nothing. */
    List<SetupStep> missing();

    /** Carries out steps, all or none where the store can. */
    void apply(List<SetupStep> steps);

    /** How what is there differs from the schema, missing parts included. Reads the store, changes nothing. */
    List<Difference> differences();

    /** Runs the work while no other process sets the same store up. */
    <T> T exclusively(Supplier<T> work);
}
