package dev.farminglabs.benchmarks.sql;

import dev.farminglabs.benchmarks.sql.Work.Cached;
import dev.farminglabs.benchmarks.sql.Work.NewEvent;
import dev.farminglabs.benchmarks.sql.Work.Onboarding;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Values for one thread's work, each call the next ones. What is new is named after the thread. */
final class Inputs {

    private final String name;
    private int calls;

    Inputs(String name) {
        this.name = name;
    }

    String slug() {
        return Seed.slug(next(Seed.WORKSPACES));
    }

    String region() {
        return Seed.region(next(Seed.REGIONS));
    }

    String cohort() {
        return Seed.cohort(next(Seed.COHORTS));
    }

    /** One in eight is new. */
    Cached cached() {
        int call = calls++;
        String key = call % 8 == 0 ? name + '-' + call : Seed.cacheKey(Math.floorMod(call * 31, Seed.CACHED));
        return new Cached(Seed.NAMESPACE, key, Map.of("views", call, "ratio", 0.25, "label", "workspace metrics"));
    }

    NewEvent event() {
        int call = calls++;
        return new NewEvent(name, "workspace.created", Map.of("slug", name + '-' + call, "attempt", call));
    }

    List<NewEvent> events(int count) {
        return IntStream.range(0, count).mapToObj(any -> event()).toList();
    }

    Onboarding onboarding() {
        String unique = Seed.NEW + name + '-' + calls++;
        return new Onboarding(unique + "@example.org", "New person", unique);
    }

    private int next(int bound) {
        return Math.floorMod(calls++ * 31, bound);
    }
}
