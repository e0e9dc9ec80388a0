package dev.farminglabs.benchmarks.report;

import java.util.List;
import java.util.Map;

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

    /** Goals for the ratio of the subject {@code farm-orm}, by work and store, such as {@code create on postgresql}. */
    default Map<String, Double> goals() {
        return Map.of();
    }

    /** Settings of its own, such as {@code rounds=1}; those of the command line come before them. */
    default String settings() {
        return "";
    }

    /** Starts the servers that all measurements share. */
    Servers start();
}
