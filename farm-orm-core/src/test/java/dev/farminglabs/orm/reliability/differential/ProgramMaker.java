package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.differential.Call.Sight;
import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random programs; the same seed and limits give the same program for ever. */
final class ProgramMaker {

    private static final int CALLS = 50;

    private final ValueMaker values;
    private final ConditionMaker conditions;
    private final WriteMaker writes;
    private final ReadMaker reads;
    private final Limits limits;

    private ProgramMaker(RandomGenerator random, RandomGenerator picks, Limits limits, Instant start) {
        this.values = new ValueMaker(random, picks, limits, start);
        this.conditions = new ConditionMaker(values);
        this.writes = new WriteMaker(values, conditions, limits);
        this.reads = new ReadMaker(values, conditions, writes);
        this.limits = limits;
    }

    static ProgramMaker of(long seed, Limits limits, Instant start) {
        RandomGenerator random = random(seed);
        return new ProgramMaker(random, random, limits, start);
    }

    /** Programs that differ in their values alone when they differ in {@code picks} alone. */
    static ProgramMaker of(long seed, long picks, Limits limits, Instant start) {
        return new ProgramMaker(random(seed), random(picks), limits, start);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    List<Call> program() {
        List<Call> calls = new ArrayList<>();
        while (calls.size() < CALLS) {
            calls.add(call());
        }
        return calls;
    }

    /** A condition, for what must hold of any. */
    Where condition(ModelFacts model) {
        return conditions.where(model);
    }

    private Call call() {
        int kind = values.below(100);
        if (kind < 6) {
            return new Call.Wait(values.one(List.of(500L, 1L, 499L, 1000L)));
        }
        if (kind < 11) {
            return batch();
        }
        if (kind < 18 && limits.transactions()) {
            return transaction();
        }
        return single();
    }

    Call single() {
        ModelFacts model = model();
        return values.chance(60) ? writes.any(sight(), model) : reads.any(sight(), model);
    }

    private ModelFacts model() {
        return Facts.model(values.one(List.of("shop", "shop", "item", "item", "link", "pass")));
    }

    private Sight sight() {
        return new Sight(values.chance(25) ? null : values.tenant(), values.chance(10));
    }

    private Call batch() {
        Sight sight = new Sight(values.chance(25) ? null : values.tenant(), false);
        List<Call> calls = new ArrayList<>();
        for (int i = 1 + values.below(4); i > 0; i--) {
            calls.add(writes.inBatch(sight, model()));
        }
        return new Call.Batch(sight, calls);
    }

    private Call transaction() {
        List<Call> calls = new ArrayList<>();
        for (int i = 1 + values.below(5); i > 0; i--) {
            calls.add(values.chance(10) ? batch() : single());
        }
        return new Call.Transaction(calls, values.chance(35));
    }
}
