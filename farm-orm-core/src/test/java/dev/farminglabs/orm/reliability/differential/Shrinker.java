package dev.farminglabs.orm.reliability.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing program small: fewer calls first, then smaller ones, as long as it fails. */
final class Shrinker {

    private static final int TRIES = 1_500;

    private final Predicate<List<Call>> fails;
    private int tries;

    Shrinker(Predicate<List<Call>> fails) {
        this.fails = fails;
    }

    List<Call> shrink(List<Call> program) {
        List<Call> small = program;
        List<Call> before;
        do {
            before = small;
            small = simpler(fewer(small));
        } while (!small.equals(before) && tries < TRIES);
        return small;
    }

    private boolean fails(List<Call> program) {
        tries++;
        return tries < TRIES && fails.test(program);
    }

    /** Leaves out halves, quarters and so on down to single calls. */
    private List<Call> fewer(List<Call> program) {
        List<Call> small = program;
        for (int chunk = Math.max(1, small.size() / 2); chunk > 0; chunk /= 2) {
            for (int from = 0; from < small.size(); ) {
                List<Call> less = new ArrayList<>(small.subList(0, from));
                less.addAll(small.subList(Math.min(small.size(), from + chunk), small.size()));
                if (fails(less)) {
                    small = less;
                } else {
                    from += chunk;
                }
            }
        }
        return small;
    }

    private List<Call> simpler(List<Call> program) {
        List<Call> small = new ArrayList<>(program);
        for (int i = 0; i < small.size(); i++) {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (List<Call> instead : Simpler.than(small.get(i))) {
                    List<Call> less = new ArrayList<>(small.subList(0, i));
                    less.addAll(instead);
                    less.addAll(small.subList(i + 1, small.size()));
                    if (!instead.isEmpty() && fails(less)) {
                        small = less;
                        changed = true;
                        break;
                    }
                }
            }
        }
        return small;
    }
}
