package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.UniqueDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys and arguments of the {@code commit} script: checks first, then what takes away, then what adds. */
final class CommitScript {

    /**
     * What a check was about.
     *
     * @param unique the key that must be free, null for a record that must be as it was read
     * @param key    the name of the pointer, null for the record's own key
     */
    record Checked(
            @Nullable UniqueDefinition unique, @Nullable String key) {}

    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final List<Checked> checked = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();
    private final Steps removals = new Steps();
    private final Steps additions = new Steps();

    /** Steps of the script; a step is its letter, key numbers and texts. */
    final class Steps {
        private final List<String> tokens = new ArrayList<>();
        private int count;

        Steps step(String letter, String key, String... texts) {
            tokens.add(letter);
            tokens.add(number(key));
            tokens.addAll(Arrays.asList(texts));
            count++;
            return this;
        }

        /** The last step's next part. */
        void list(List<String> texts) {
            tokens.add(Integer.toString(texts.size()));
            tokens.addAll(texts);
        }
    }

    /** What a key is called in the arguments. */
    String number(String key) {
        return keys.computeIfAbsent(key, k -> keys.size() + 1).toString();
    }

    void check(String letter, String key, Checked what, String... texts) {
        checks.add(letter);
        checks.add(number(key));
        checks.addAll(Arrays.asList(texts));
        checked.add(what);
    }

    /** The check of that number, from 1. */
    Checked checked(int number) {
        return checked.get(number - 1);
    }

    Steps removals() {
        return removals;
    }

    Steps additions() {
        return additions;
    }

    List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    List<String> arguments() {
        List<String> all = new ArrayList<>();
        all.add(Integer.toString(checked.size()));
        all.addAll(checks);
        all.add(Integer.toString(removals.count + additions.count));
        all.addAll(removals.tokens);
        all.addAll(additions.tokens);
        return all;
    }
}
