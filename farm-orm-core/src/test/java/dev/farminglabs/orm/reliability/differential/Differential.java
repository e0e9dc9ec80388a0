package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.OrmClientBuilder;
import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.tck.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs programs on a store and on the reference model, side by side, in tables that are made once. */
final class Differential {

    /** Ahead of every real clock, so that no server removes a record by its own. */
    static final Instant START = Instant.parse("2126-03-01T12:00:00Z");

    /**
     * Where store and model part.
     *
     * @param at       the number of the call, or of none for the content after the last
     * @param expected what the model says
     * @param actual   what the store said
     */
    record Mismatch(int at, Object expected, Object actual) {}

    private final TestClock clock = new TestClock(START);
    private final OrmClient<Bazaar> orm;
    private final Limits limits;
    private long calls;

    /** Whether a call about several records failed on a store that may have done half of it: the program ends there. */
    private boolean halved;

    Differential(Object store, boolean recordByRecord, boolean standIn) {
        OrmClientBuilder<Bazaar> builder = FarmOrm.client(new Bazaar(), store).clock(clock);
        builder.setup().push();
        this.orm = builder.connect();
        this.limits = Limits.of(orm.capabilities(), recordByRecord, standIn);
    }

    Limits limits() {
        return limits;
    }

    OrmClient<Bazaar> orm() {
        return orm;
    }

    TestClock clock() {
        return clock;
    }

    /** How many calls have been compared. */
    long calls() {
        return calls;
    }

    /** Empties the tables, records past their time and marked ones too. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    void clear() {
        clock.set(Instant.EPOCH.minusSeconds(1)); // nothing is past its time then
        for (String model : Facts.REMOVAL) {
            orm.acrossTenants().model((Model) TypedWords.model(model)).all().purge();
        }
        clock.set(START);
    }

    /** Runs the program; null when store and model agree from beginning to end. */
    @Nullable
    Mismatch run(List<Call> program) {
        clear();
        ReferenceModel model = new ReferenceModel(orm.capabilities(), START);
        StoreCalls store = new StoreCalls(orm, clock);
        for (int i = 0; i < program.size(); i++) {
            Call call = program.get(i);
            Mismatch found = call instanceof Call.Transaction transaction
                    ? transaction(i, model, store, transaction)
                    : call instanceof Call.Batch batch ? batch(i, model, store, batch) : single(i, model, store, call);
            if (found != null) {
                return found;
            }
            if (halved) {
                halved = false;
                return null;
            }
        }
        Map<String, List<Object>> expected = model.content();
        Map<String, List<Object>> actual = content();
        return expected.equals(actual) ? null : new Mismatch(program.size(), expected, actual);
    }

    private @Nullable Mismatch single(int at, ReferenceModel model, StoreCalls store, Call call) {
        Expected expected = model.run(call);
        if (expected.open()) {
            return null;
        }
        Answer answer = store.answer(call);
        calls++;
        boolean several =
                call instanceof Call.CreateMany || call instanceof Call.UpdateMany || call instanceof Call.DeleteMany;
        halved = expected.fails() && several && !limits.atomicMany();
        return expected.met(answer) ? null : new Mismatch(at, expected, answer);
    }

    private @Nullable Mismatch batch(int at, ReferenceModel model, StoreCalls store, Call.Batch batch) {
        Expected expected = batched(model, batch);
        if (expected == null) {
            return null;
        }
        Answer answer = store.answer(batch);
        calls += batch.calls().size();
        return expected.met(answer) ? null : new Mismatch(at, expected, answer);
    }

    private @Nullable Mismatch transaction(
            int at, ReferenceModel model, StoreCalls store, Call.Transaction transaction) {
        var before = model.copy();
        Instant began = clock.instant();
        List<Expected> expected = new ArrayList<>();
        List<Call> run = new ArrayList<>();
        boolean undone = transaction.rollback();
        for (Call call : transaction.calls()) {
            Expected one = call instanceof Call.Batch batch ? batched(model, batch) : model.run(call);
            if (one == null || one.open()) {
                continue;
            }
            run.add(call);
            expected.add(one);
            if (one.fails()) {
                undone = true;
                break;
            }
        }
        if (undone) {
            model.restore(before);
        }
        List<Answer> answers = store.transaction(new Call.Transaction(run, transaction.rollback()));
        calls += run.size();
        for (int i = 0; i < answers.size(); i++) {
            if (!expected.get(i).met(answers.get(i))) {
                return new Mismatch(at, i + ": " + expected.get(i), i + ": " + answers.get(i));
            }
        }
        if (answers.size() != expected.size()) {
            return new Mismatch(at, expected, answers);
        }
        Map<String, List<Object>> content = model.content();
        Map<String, List<Object>> actual = content();
        return content.equals(actual) ? null : new Mismatch(at, content, actual + " after " + began);
    }

    /** A batch promises order and no more, so one that must fail on the way is left out. */
    private static @Nullable Expected batched(ReferenceModel model, Call.Batch batch) {
        var before = model.copy();
        List<Object> values = new ArrayList<>();
        for (Call call : batch.calls()) {
            Expected one = model.run(call);
            if (one.fails() || one.open()) {
                model.restore(before);
                return null;
            }
            values.add(one.value());
        }
        return Expected.value(values);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Map<String, List<Object>> content() {
        Map<String, List<Object>> content = new LinkedHashMap<>();
        for (String model : Facts.REMOVAL) {
            List<Row> rows = orm.acrossTenants()
                    .model((Model) TypedWords.model(model))
                    .withDeleted()
                    .findMany();
            List<Object> plain = new ArrayList<>();
            rows.forEach(row -> plain.add(StoreReads.row(Facts.model(model), row)));
            content.put(model, Shapes.bag(plain));
        }
        return content;
    }
}
