package dev.farminglabs.orm.autoconfigure.console.trace;

import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.SetupStep;
import java.util.List;
import java.util.function.Supplier;

/**
 * The setup of a store, heard.
 *
 * @param setup does the work
 */
record TracedSetup(SetupOperations setup) implements SetupOperations {

    @Override
    public List<SetupStep> missing() {
        return Trail.step("plan a push", setup::missing, steps -> steps.size() + " steps");
    }

    @Override
    public void apply(List<SetupStep> steps) {
        Supplier<List<SetupStep>> work = () -> {
            setup.apply(steps);
            return steps;
        };
        Trail.step("push", work, done -> done.size() + " steps");
    }

    @Override
    public List<Difference> differences() {
        return Trail.step("compare", setup::differences, found -> found.size() + " differences");
    }

    @Override
    public <T> T exclusively(Supplier<T> work) {
        return setup.exclusively(work);
    }
}
