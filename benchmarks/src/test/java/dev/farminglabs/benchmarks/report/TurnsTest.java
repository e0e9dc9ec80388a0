package dev.farminglabs.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

class TurnsTest {

    private static final List<String> HAPPENED = new ArrayList<>();

    /** Written like a JMH class. */
    public static final class Looking {

        /** Which subject it is. */
        @State(Scope.Benchmark)
        public static class Place {
            public String store = "";
            public String subject = "";

            @Setup(Level.Trial)
            public void open() {
                HAPPENED.add("open " + subject + " on " + store);
            }

            @Setup(Level.Iteration)
            public void prepare() {
                HAPPENED.add("prepare " + subject);
            }

            @TearDown(Level.Trial)
            public void close() {
                HAPPENED.add("close " + subject);
            }
        }

        /** One thread's values. */
        @State(Scope.Thread)
        public static class Values {
            private int calls;
        }

        public void look(Place place, Values values) {
            if (values.calls++ == 0) {
                HAPPENED.add("look " + place.subject);
            }
        }
    }

    private static final class Sights implements Suite {
        @Override
        public String name() {
            return "sights";
        }

        @Override
        public Class<?> benchmark() {
            return Looking.class;
        }

        @Override
        public List<String> works() {
            return List.of("look");
        }

        @Override
        public List<String> stores() {
            return List.of("here");
        }

        @Override
        public List<String> subjects() {
            return List.of("one", "other");
        }

        @Override
        public Servers start() {
            return new Servers() {
                @Override
                public Map<String, String> properties() {
                    return Map.of();
                }

                @Override
                public List<String> versions() {
                    return List.of();
                }

                @Override
                public void close() {
                    HAPPENED.add("stop");
                }
            };
        }
    }

    @Test
    void subjectsWorkInTurnsAndTheSecondHalfCounts() throws Throwable {
        List<Measured> measured = new Turns(new Sights(), new RunSettings("turns=2")).run();
        assertThat(HAPPENED)
                .containsExactly(
                        "open one on here",
                        "open other on here",
                        "prepare one",
                        "look one",
                        "prepare other",
                        "look other",
                        "prepare one",
                        "prepare other",
                        "close one",
                        "stop",
                        "close other",
                        "stop");
        assertThat(measured)
                .extracting(one -> one.place().subject() + " in turn " + one.round())
                .containsExactly("one in turn 1", "other in turn 1");
        assertThat(measured).allSatisfy(one -> assertThat(one.micros()).isPositive());
    }
}
