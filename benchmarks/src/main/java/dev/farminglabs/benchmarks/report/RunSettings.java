package dev.farminglabs.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How a run is made. Parts can be chosen, such as {@code works=create,findMany subjects=jdbc,farm-orm}; then the page is left
 * as it is.
 */
final class RunSettings {

    private static final List<String> PARTS = List.of("stores", "works", "subjects");

    private final Map<String, String> given;

    /** Reads words such as {@code rounds=3}; of two for the same the later one counts. */
    RunSettings(String words) {
        given = Arrays.stream(words.split("\\s+"))
                .filter(word -> word.contains("="))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(word -> word[0], word -> word[1], (earlier, later) -> later));
    }

    /** Those of all that are chosen. */
    List<String> chosen(String key, List<String> all) {
        String names = given.get(key);
        return names == null ? all : List.of(names.split(","));
    }

    boolean whole() {
        return PARTS.stream().noneMatch(given::containsKey);
    }

    int rounds() {
        return number("rounds", 2);
    }

    /** How often each subject works in this process; 0 for rounds of processes. */
    int turns() {
        return number("turns", 0);
    }

    int warmups() {
        return number("warmups", 6);
    }

    int iterations() {
        return number("iterations", 4);
    }

    TimeValue time() {
        return TimeValue.milliseconds(number("millis", 500));
    }

    private int number(String key, int otherwise) {
        String value = given.get(key);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
