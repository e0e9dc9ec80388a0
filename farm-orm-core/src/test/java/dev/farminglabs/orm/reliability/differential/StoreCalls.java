package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.Assignment;
import dev.farminglabs.orm.Batch;
import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.Matching;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.ModelClient;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.Upsert;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import dev.farminglabs.orm.tck.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes calls on a store, through the front door. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class StoreCalls {

    private final OrmClient<Bazaar> orm;
    private final TestClock clock;

    StoreCalls(OrmClient<Bazaar> orm, TestClock clock) {
        this.orm = orm;
        this.clock = clock;
    }

    /** What the store answers to a single call. */
    Answer answer(Call call) {
        try {
            return Answer.value(run(call));
        } catch (RuntimeException | Error e) {
            OrmError error = OrmError.in(e).orElse(null);
            if (error == null) {
                throw e;
            }
            return new Answer(null, error.code(), error.retry() == Retry.NEVER, e);
        }
    }

    static OrmClient<Bazaar> scoped(OrmClient<Bazaar> orm, Call.Sight sight) {
        return sight.tenant() == null ? orm.acrossTenants() : orm.forTenant(sight.tenant());
    }

    private ModelClient client(Call.Sight sight, String model) {
        ModelClient client = scoped(orm, sight).model((Model) TypedWords.model(model));
        return sight.withDeleted() ? client.withDeleted() : client;
    }

    private @Nullable Object run(Call call) {
        if (call instanceof Call.Wait wait) {
            clock.advance(Duration.ofMillis(wait.millis()));
            return null;
        }
        if (call instanceof Call.FindUnique unique) {
            Matching matching = client(unique.sight(), unique.model())
                    .where(new Condition[] {TypedWords.key(unique.model(), unique.key())});
            return StoreReads.unique(matching, orm, unique);
        }
        if (call instanceof Call.Find find) {
            ModelClient client = client(find.sight(), find.model());
            return StoreReads.find(
                    find.where() == null ? client : client.where(TypedWords.where(find.model(), find.where())),
                    orm,
                    find);
        }
        if (call instanceof Call.Create create) {
            Row row = client(create.sight(), create.model())
                    .create(TypedWords.assignments(create.model(), create.values()));
            return StoreReads.row(Facts.model(create.model()), row);
        }
        if (call instanceof Call.CreateMany many) {
            List<Record> inputs = many.records().stream()
                    .map(record -> Inputs.record(many.model(), record))
                    .toList();
            return client(many.sight(), many.model()).createMany(inputs);
        }
        return call instanceof Call.Batch batch ? batch(batch) : change(call);
    }

    private @Nullable Object change(Call call) {
        if (call instanceof Call.CreateIfAbsent absent) {
            return keyed(absent.sight(), absent.model(), absent.key(), null)
                    .createIfAbsent(TypedWords.assignments(absent.model(), absent.values()));
        }
        if (call instanceof Call.Update update) {
            Assignment[] changes = TypedWords.assignments(update.model(), update.changes());
            Matching matching = keyed(update.sight(), update.model(), update.key(), update.guard());
            return update.shown()
                    ? whole(update.model(), (Record)
                            matching.update(Wholes.of(update.model()), changes).orElse(null))
                    : matching.update(changes);
        }
        if (call instanceof Call.Upsert upsert) {
            Matching matching = keyed(upsert.sight(), upsert.model(), upsert.key(), null);
            return upsert.shown()
                    ? whole(upsert.model(), (Record) matching.upsert(Wholes.of(upsert.model()), halves(upsert)))
                    : matching.upsert(halves(upsert)).toString();
        }
        if (call instanceof Call.Delete delete) {
            return keyed(delete.sight(), delete.model(), delete.key(), delete.guard())
                    .delete();
        }
        if (call instanceof Call.UpdateMany many) {
            return some(client(many.sight(), many.model()), many.model(), many.where())
                    .updateMany(TypedWords.assignments(many.model(), many.changes()));
        }
        Call.DeleteMany many = (Call.DeleteMany) call;
        Matching matching = some(client(many.sight(), many.model()), many.model(), many.where());
        return many.purge() ? matching.purge() : matching.deleteMany();
    }

    private Matching keyed(Call.Sight sight, String model, Call.Key key, @Nullable Where guard) {
        Matching matching = client(sight, model).where(new Condition[] {TypedWords.key(model, key)});
        return guard == null ? matching : matching.where(TypedWords.where(model, guard));
    }

    private static Matching some(ModelClient client, String model, @Nullable Where where) {
        return where == null ? client.all() : client.where(TypedWords.where(model, where));
    }

    private static UnaryOperator<Upsert> halves(Call.Upsert call) {
        return halves -> {
            Upsert both = halves.create(TypedWords.assignments(call.model(), call.create()))
                    .update(TypedWords.assignments(call.model(), call.update()));
            return call.when() == null ? both : both.when(TypedWords.where(call.model(), call.when()));
        };
    }

    private static @Nullable Object whole(String model, @Nullable Record record) {
        if (record == null) {
            return null;
        }
        ModelFacts facts = Facts.model(model);
        var shown = Shapes.plain(facts, record, List.of());
        if (facts.idsMade()) {
            shown.remove("id");
        }
        return shown;
    }

    // ------------------------------------------------------------------------------------------------ batch

    private Object batch(Call.Batch call) {
        List<Batch.Result> results = new ArrayList<>();
        scoped(orm, call.sight()).batch(batch -> call.calls().forEach(one -> results.add(add(batch, one))));
        List<Object> answers = new ArrayList<>();
        for (Batch.Result result : results) {
            Object answer = result.get();
            answers.add(
                    answer instanceof Row row
                            ? StoreReads.row(
                                    Facts.model(((Call.Create) call.calls().get(answers.size())).model()), row)
                            : answer instanceof Upsert.Outcome outcome ? outcome.toString() : answer);
        }
        return answers;
    }

    private static Batch.Result add(Batch batch, Call call) {
        if (call instanceof Call.Create create) {
            return batch.model((Model) TypedWords.model(create.model()))
                    .create(TypedWords.assignments(create.model(), create.values()));
        }
        if (call instanceof Call.UpdateMany many) {
            Batch.Writes writes = batch.model((Model) TypedWords.model(many.model()));
            Batch.MatchingWrites matching =
                    many.where() == null ? writes.all() : writes.where(TypedWords.where(many.model(), many.where()));
            return matching.updateMany(TypedWords.assignments(many.model(), many.changes()));
        }
        return addKeyed(batch, call);
    }

    private static Batch.Result addKeyed(Batch batch, Call call) {
        if (call instanceof Call.CreateIfAbsent absent) {
            return keyed(batch, absent.model(), absent.key(), null)
                    .createIfAbsent(TypedWords.assignments(absent.model(), absent.values()));
        }
        if (call instanceof Call.Update update) {
            return keyed(batch, update.model(), update.key(), update.guard())
                    .update(TypedWords.assignments(update.model(), update.changes()));
        }
        if (call instanceof Call.Upsert upsert) {
            return keyed(batch, upsert.model(), upsert.key(), null).upsert(halves(upsert));
        }
        Call.Delete delete = (Call.Delete) call;
        return keyed(batch, delete.model(), delete.key(), delete.guard()).delete();
    }

    private static Batch.MatchingWrites keyed(Batch batch, String model, Call.Key key, @Nullable Where guard) {
        Condition condition = TypedWords.key(model, key);
        return batch.model((Model) TypedWords.model(model))
                .where(
                        guard == null
                                ? new Condition[] {condition}
                                : new Condition[] {condition, TypedWords.condition(model, guard)});
    }

    // ------------------------------------------------------------------------------------------------ transaction

    /** Thrown by a program that wants its transaction undone. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient List<Answer> answers;

        Undo(List<Answer> answers) {
            super("undo", null, false, false);
            this.answers = answers;
        }
    }

    /** The answers of the calls, in one transaction that ends at the first that fails. */
    List<Answer> transaction(Call.Transaction transaction) {
        Supplier<List<Answer>> work = () -> orm.transaction(tx -> {
            StoreCalls inside = new StoreCalls(tx, clock);
            List<Answer> answers = new ArrayList<>();
            for (Call call : transaction.calls()) {
                answers.add(inside.answer(call));
                if (answers.get(answers.size() - 1).code() != null) {
                    throw new Undo(answers);
                }
            }
            if (transaction.rollback()) {
                throw new Undo(answers);
            }
            return answers;
        });
        try {
            return work.get();
        } catch (Undo e) {
            return e.answers;
        }
    }
}
