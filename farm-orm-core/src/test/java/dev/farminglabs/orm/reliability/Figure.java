package dev.farminglabs.orm.reliability;

import org.jspecify.annotations.Nullable;

/**
 * One claim, measured on one store.
 *
 * @param topic   the section of the page
 * @param claim   what is claimed, the same words on every store
 * @param figure  what was measured
 * @param target  what was aimed at
 * @param reached whether the figure is what was aimed at
 * @param store   the store with its version, such as {@code PostgreSQL 18.3}
 * @param kind    what the store was
 * @param seed    the seed of the random choices, or null when there were none
 * @param library the version of the library
 * @param java    the version of Java
 * @param date    the day, such as {@code 2026-11-21}
 */
public record Figure(
        String topic,
        String claim,
        String figure,
        String target,
        boolean reached,
        String store,
        Kind kind,
        @Nullable Long seed,
        String library,
        String java,
        String date) {

    /** What a figure was measured on. */
    public enum Kind {
        /** A server in a process of its own, over real connections. */
        REAL("real"),
        /** A database or a stand-in inside the test's process. */
        IN_PROCESS("in-process");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
