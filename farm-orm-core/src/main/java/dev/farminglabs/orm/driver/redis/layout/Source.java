package dev.farminglabs.orm.driver.redis.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Where to look for the records that may meet a condition: never too few places. Immutable.
 *
 * @param rank     how much work it is
 * @param handles  records by their handles
 * @param pointers keys that hold a handle
 * @param sets     indexes, or parts of them, that hold handles
 */
public record Source(Rank rank, List<String> handles, List<String> pointers, List<Part> sets) {

    /** How much work it is, least first. */
    public enum Rank {
        /** Nothing can meet the condition. */
        NOWHERE,
        /** The keys are known. */
        KEY,
        /** The keys stand under other keys. */
        POINTER,
        /** The records with a value. */
        EQUALITY,
        /** The records between two values. */
        RANGE,
        /** All records. */
        EVERYWHERE
    }

    /**
     * A part of an index.
     *
     * @param key    the index
     * @param timed  whether its scores are the records' times, so that the bounds are of no use
     * @param least  the least score, as the server reads it
     * @param most   the greatest score, as the server reads it
     */
    public record Part(String key, boolean timed, String least, String most) {}

    static final Source NOWHERE = new Source(Rank.NOWHERE, List.of(), List.of(), List.of());
    static final Source EVERYWHERE = new Source(Rank.EVERYWHERE, List.of(), List.of(), List.of());

    static Source keys(List<String> handles, List<String> pointers) {
        return new Source(pointers.isEmpty() ? Rank.KEY : Rank.POINTER, handles, pointers, List.of());
    }

    static Source sets(Rank rank, List<Part> parts) {
        return new Source(rank, List.of(), List.of(), parts);
    }

    /** The one with less work. */
    public Source or(Source other) {
        return other.rank.compareTo(rank) < 0 ? other : this;
    }

    /** All places of both. */
    Source and(Source other) {
        if (rank == Rank.NOWHERE) {
            return other;
        }
        Rank worse = rank.compareTo(other.rank) > 0 ? rank : other.rank;
        return worse == Rank.EVERYWHERE
                ? EVERYWHERE
                : new Source(
                        worse,
                        joined(handles, other.handles),
                        joined(pointers, other.pointers),
                        joined(sets, other.sets));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** Whether it is one record whose key is known. */
    public boolean oneKey() {
        return rank == Rank.KEY && handles.size() == 1;
    }
}
