package dev.farminglabs.orm.render;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that are used once each. Not thread-safe. */
final class FreeNames {

    private final Set<String> taken = new HashSet<>();

    /** Names of which those are taken already. */
    FreeNames(String... reserved) {
        taken.addAll(Set.of(reserved));
    }

    /** The wanted name, or the same with a number when it is taken. */
    String take(String wanted) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    /** The name as ASCII letters, digits and underscores, beginning with a letter. */
    static String word(String name) {
        String word = name.replaceAll("[^A-Za-z0-9_]", "_");
        return word.matches("[A-Za-z].*") ? word : "x" + word;
    }

    /** The name with a capital first letter. */
    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
