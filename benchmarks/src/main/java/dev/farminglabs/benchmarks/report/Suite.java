package dev.farminglabs.benchmarks.report;

import java.util.List;

/**
 * What is measured, on which stores and by whom. The benchmark class has one {@code @Benchmark} method for each work, and the
 * JMH parameters {@code store} and {@code subject}.
 */
public interface Suite {

    /** The name on the command line and in the markers of the page. */
    String name();

    /** The JMH class. */
    Class<?> benchmark();

    /** The benchmark methods in the order of the tables. */
    List<String> works();

    /** Values of the parameter {@code store}. */
    List<String> stores();

    /** Values of the parameter {@code subject}; the first is what the others are compared with. */
    List<String> subjects();

    /** How many threads work at once; one block of tables for each. */
    default List<Integer> threads() {
        return List.of(1);
    }

    /** Starts the servers that all measurements share. */
    Servers start();
}
