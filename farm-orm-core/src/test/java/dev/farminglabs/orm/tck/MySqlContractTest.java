package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs {@link MySqlContract} where a MySQL server is; elsewhere the one test is that the report names the hole. */
class MySqlContractTest {

    @TestFactory
    List<DynamicTest> mySql() {
        return MySqlServer.get().isPresent()
                ? contract()
                : List.of(DynamicTest.dynamicTest("is reported missing", () -> {
                    StoresRun.hole(MySqlServer.HOLE);
                    assertThat(StoresRun.lines()).contains("hole: " + MySqlServer.HOLE);
                }));
    }

    private static List<DynamicTest> contract() {
        List<DynamicTest> tests = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
                if (test.isTest() || failed) {
                    tests.add(DynamicTest.dynamicTest(test.getUniqueId(), () -> {
                        if (failed) {
                            throw new AssertionError(
                                    test.getDisplayName(), result.getThrowable().orElse(null));
                        }
                    }));
                }
            }
        };
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(MySqlContract.class))
                                .build(),
                        listener);
        return tests;
    }
}
