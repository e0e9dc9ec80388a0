package dev.farminglabs.orm.planted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figure;
import dev.farminglabs.orm.reliability.Figures;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Every planted bug is caught by the test of the kit that is said to catch it. */
class PlantedBugsTest {

    private static final int BUGS = Bug.values().length - 1;

    /** The names of the tests that failed. */
    private static final class Failures implements TestExecutionListener {
        private final Set<String> names = new TreeSet<>();
        private int run;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                run++;
            }
            if (result.getStatus() == TestExecutionResult.Status.FAILED
                    && test.getSource().orElse(null) instanceof MethodSource method) {
                names.add(method.getMethodName());
            }
        }
    }

    private static Failures run(DiscoverySelector tests) {
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        Launcher launcher = LauncherFactory.create(alone);
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(tests).build();
        Failures failures = new Failures();
        Figures.unrecorded(() -> launcher.execute(request, failures));
        return failures;
    }

    private static DiscoverySelector test(Bug bug) {
        Class<?> topic = topic(bug.topic());
        return Arrays.stream(topic.getSuperclass().getDeclaredMethods())
                .filter(method -> method.getName().equals(bug.test()))
                .map(method -> DiscoverySelectors.selectMethod(topic, method))
                .findFirst()
                .orElseThrow();
    }

    private static Class<?> topic(String name) {
        return Arrays.stream(PlantedKit.class.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(value = Bug.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void isCaught(Bug bug) throws Exception {
        PlantedFixture.bug = bug;
        figures(Claim.PLANTED_BUGS).each(BUGS, "bugs caught", () -> {
            Failures failures = run(test(bug));
            assertThat(failures.names).as("failed tests of " + bug.topic()).contains(bug.test());
        });
    }

    /** A kit that fails for any driver would catch everything. */
    @ParameterizedTest
    @EnumSource(value = Bug.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void theSameTestPassesWithoutTheBug(Bug bug) throws Exception {
        PlantedFixture.bug = Bug.NONE;
        figures(Claim.NO_BUG).each(BUGS, "tests pass", () -> {
            Failures failures = run(test(bug));
            assertThat(failures.names).as(bug.topic()).isEmpty();
            assertThat(failures.run).as(bug.topic()).isPositive();
        });
    }

    private static Figures figures(Claim claim) {
        return Figures.about(claim).on("memory driver with one bug", Figure.Kind.IN_PROCESS);
    }
}
