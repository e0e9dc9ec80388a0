package dev.farminglabs.orm.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What became of a test that another one launched, because it can only be run where its store is.
 *
 * @param id      its number in the plan
 * @param name    what it is called
 * @param failed  whether it did not succeed
 * @param failure why, where something was thrown
 */
record Launched(
        String id, String name, boolean failed, @Nullable Throwable failure) {

    /** Runs the tests of a class, and gives one for each, and for each container that failed. */
    static List<Launched> run(Class<?> tests) {
        List<Launched> all = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
                if (test.isTest() || failed) {
                    all.add(new Launched(
                            test.getUniqueId(),
                            test.getDisplayName(),
                            failed,
                            result.getThrowable().orElse(null)));
                }
            }
        };
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .build(),
                        listener);
        return all;
    }

    /** A test that fails where this one did. */
    DynamicTest test() {
        return DynamicTest.dynamicTest(id, () -> {
            if (failed) {
                throw new AssertionError(name, failure);
            }
        });
    }
}
