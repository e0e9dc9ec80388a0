package dev.farminglabs.orm.reliability;

import org.jspecify.annotations.Nullable;

/**
 * One claim, measured on one store.
 *
 * @param topic   the section of the page
 * @param claim   what is claimed, the same words on every store
 * @param figure  what was measured
 * @param target  what was aimed at
 * @param outcome whether the figure is what was aimed at
 * @param store   the store with its version, such as {@code PostgreSQL 18.3}
 * @param kind    what the store was
 * @param seed    the seed of the random choices, or null when there were none
 * @param library the version of the library
 * @param java    the version of Java
 * @param date    the day, such as {@code 2026-11-21}
 * @param run     the build that measured it, by the time it began; empty outside of a whole run
 */
public record Figure(
        String topic,
        String claim,
        String figure,
        String target,
        Outcome outcome,
        String store,
        Kind kind,
        @Nullable Long seed,
        String library,
        String java,
        String date,
        String run) {

    /** A claim that a run should have measured on a store, and did not. */
    static Figure missing(Claim claim, String store) {
        String nothing = "not measured";
        return new Figure(
                claim.topic(),
                claim.toString(),
                nothing,
                "a figure",
                Outcome.MISSED,
                store,
                Kind.NONE,
                null,
                "",
                "",
                "",
                "");
    }

    /** What became of the target. */
    public enum Outcome {
        REACHED("yes"),
        /** Nothing was wrong until the time given was over. */
        CUT_SHORT("no, ended by the clock"),
        MISSED("**no**");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** What a figure was measured on. */
    public enum Kind {
        /** A server in a process of its own, over real connections. */
        REAL("real"),
        /** A database or a stand-in inside the test's process. */
        IN_PROCESS("in-process"),
        /** Nothing was measured. */
        NONE("none");

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
