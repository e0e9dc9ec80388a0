package dev.farminglabs.benchmarks.mongo;

import dev.farminglabs.benchmarks.mongo.Work.Cached;
import dev.farminglabs.benchmarks.mongo.Work.NewVisit;
import java.time.Instant;
import java.util.Map;

/** Values for one thread's work, each call the next ones. */
final class Inputs {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final String name;
    private int calls;

    Inputs(String name) {
        this.name = name;
    }

    NewVisit visit() {
        return new NewVisit("/teams/" + calls++ + "/members", name);
    }

    String person() {
        return Seed.person(next(Seed.COHORTS * Seed.IN_COHORT));
    }

    String newName() {
        return "Name " + calls;
    }

    String holder() {
        return Seed.holder(next(Seed.QUOTAS));
    }

    /** One in eight is new. */
    Cached cached() {
        int call = calls++;
        String key = call % 8 == 0 ? Seed.NEW + name + '-' + call : Seed.key(Math.floorMod(call * 31, Seed.CACHED));
        return new Cached(key, Map.of("views", call, "ratio", 0.25, "label", "team metrics"), NOW);
    }

    String doomed() {
        return Seed.doomed(calls++ % Seed.DOOMED);
    }

    String slug() {
        return Seed.slug(next(Seed.TEAMS));
    }

    String cohort() {
        return "cohort-" + next(Seed.COHORTS);
    }

    private int next(int bound) {
        return Math.floorMod(calls++ * 31, bound);
    }
}
