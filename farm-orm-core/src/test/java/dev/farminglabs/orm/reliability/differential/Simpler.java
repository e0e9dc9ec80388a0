package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.differential.Call.Ask;
import dev.farminglabs.orm.reliability.differential.Call.Assign;
import dev.farminglabs.orm.reliability.differential.Call.Narrow;
import dev.farminglabs.orm.reliability.differential.Call.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For a call, calls that say a little less, the shortest first. */
final class Simpler {

    /** Each is what may stand in place of the call. */
    static List<List<Call>> than(Call call) {
        if (call instanceof Call.Transaction transaction) {
            Stream<List<Call>> opened = transaction.rollback() ? Stream.of() : Stream.of(transaction.calls());
            Stream<List<Call>> less = without(transaction.calls()).stream()
                    .map(calls -> List.of(new Call.Transaction(calls, transaction.rollback())));
            return Stream.concat(opened, Stream.concat(less, inside(transaction)))
                    .toList();
        }
        if (call instanceof Call.Batch batch) {
            Stream<List<Call>> less =
                    without(batch.calls()).stream().map(calls -> List.of(new Call.Batch(batch.sight(), calls)));
            return Stream.concat(Stream.of(batch.calls()), less).toList();
        }
        return one(call).stream().map(List::of).toList();
    }

    private static Stream<List<Call>> inside(Call.Transaction transaction) {
        List<List<Call>> all = new ArrayList<>();
        for (int i = 0; i < transaction.calls().size(); i++) {
            for (List<Call> instead : than(transaction.calls().get(i))) {
                List<Call> calls = new ArrayList<>(transaction.calls());
                calls.remove(i);
                calls.addAll(i, instead);
                all.add(List.of(new Call.Transaction(calls, transaction.rollback())));
            }
        }
        return all.stream();
    }

    private static List<Call> one(Call call) {
        List<Call> less = new ArrayList<>();
        if (call instanceof Call.Create c) {
            records(c.model(), c.values()).forEach(values -> less.add(new Call.Create(c.sight(), c.model(), values)));
        } else if (call instanceof Call.CreateMany c) {
            without(c.records()).forEach(records -> less.add(new Call.CreateMany(c.sight(), c.model(), records)));
        } else if (call instanceof Call.CreateIfAbsent c) {
            records(c.model(), c.values())
                    .forEach(values -> less.add(new Call.CreateIfAbsent(c.sight(), c.model(), c.key(), values)));
        } else if (call instanceof Call.Upsert c) {
            upsert(c, less);
        } else if (call instanceof Call.Find c) {
            find(c, less);
        } else if (call instanceof Call.FindUnique c) {
            shapes(c.shape()).forEach(shape -> less.add(new Call.FindUnique(c.sight(), c.model(), c.key(), shape)));
        } else {
            change(call, less);
        }
        return less;
    }

    private static void change(Call call, List<Call> less) {
        if (call instanceof Call.Update c) {
            conditions(c.guard())
                    .forEach(guard ->
                            less.add(new Call.Update(c.sight(), c.model(), c.key(), guard, c.changes(), c.shown())));
            without(c.changes()).stream()
                    .filter(changes -> !changes.isEmpty())
                    .forEach(changes ->
                            less.add(new Call.Update(c.sight(), c.model(), c.key(), c.guard(), changes, c.shown())));
        } else if (call instanceof Call.Delete c) {
            conditions(c.guard()).forEach(guard -> less.add(new Call.Delete(c.sight(), c.model(), c.key(), guard)));
        } else if (call instanceof Call.UpdateMany c) {
            conditions(c.where())
                    .forEach(where -> less.add(new Call.UpdateMany(c.sight(), c.model(), where, c.changes())));
            without(c.changes()).stream()
                    .filter(changes -> !changes.isEmpty())
                    .forEach(changes -> less.add(new Call.UpdateMany(c.sight(), c.model(), c.where(), changes)));
        } else if (call instanceof Call.DeleteMany c) {
            conditions(c.where())
                    .forEach(where -> less.add(new Call.DeleteMany(c.sight(), c.model(), where, c.purge())));
        }
    }

    private static void upsert(Call.Upsert c, List<Call> less) {
        List<List<Assign>> creates = records(c.model(), c.create());
        for (List<Assign> create : creates) {
            less.add(new Call.Upsert(c.sight(), c.model(), c.key(), create, c.update(), c.when(), c.shown()));
        }
        for (List<Assign> update : without(c.update())) {
            less.add(new Call.Upsert(c.sight(), c.model(), c.key(), c.create(), update, c.when(), c.shown()));
        }
        for (Where when : conditions(c.when())) {
            less.add(new Call.Upsert(c.sight(), c.model(), c.key(), c.create(), c.update(), when, c.shown()));
        }
    }

    private static void find(Call.Find c, List<Call> less) {
        for (Where where : conditions(c.where())) {
            less.add(new Call.Find(c.sight(), c.model(), where, c.ask(), c.verb(), c.field(), c.shape(), c.size()));
        }
        for (Ask ask : asks(c.ask())) {
            less.add(new Call.Find(c.sight(), c.model(), c.where(), ask, c.verb(), c.field(), c.shape(), c.size()));
        }
        for (Shape shape : shapes(c.shape())) {
            less.add(new Call.Find(c.sight(), c.model(), c.where(), c.ask(), c.verb(), c.field(), shape, c.size()));
        }
    }

    private static List<Ask> asks(Ask ask) {
        List<Ask> less = new ArrayList<>();
        without(ask.sorts()).forEach(sorts -> less.add(new Ask(sorts, ask.skip(), ask.take())));
        if (ask.skip() > 0) {
            less.add(new Ask(ask.sorts(), 0, ask.take()));
        }
        if (ask.take() != null) {
            less.add(new Ask(ask.sorts(), ask.skip(), null));
        }
        return less;
    }

    private static List<Shape> shapes(Shape shape) {
        List<Shape> less = new ArrayList<>();
        without(shape.narrowed()).forEach(narrowed -> less.add(new Shape(shape.view(), narrowed)));
        for (int i = 0; i < shape.narrowed().size(); i++) {
            Narrow narrow = shape.narrowed().get(i);
            List<Narrow> instead = new ArrayList<>();
            conditions(narrow.where())
                    .forEach(where -> instead.add(new Narrow(narrow.relation(), where, narrow.ask())));
            asks(narrow.ask()).forEach(ask -> instead.add(new Narrow(narrow.relation(), narrow.where(), ask)));
            for (Narrow one : instead) {
                List<Narrow> narrowed = new ArrayList<>(shape.narrowed());
                narrowed.set(i, one);
                less.add(new Shape(shape.view(), narrowed));
            }
        }
        return less;
    }

    /** The id stays, where it is compared: one that is made is another each time. */
    private static List<List<Assign>> records(String model, List<Assign> values) {
        return without(values).stream()
                .filter(less -> Facts.model(model).idsMade()
                        || less.stream().anyMatch(one -> one.field().equals("id"))
                        || values.stream().noneMatch(one -> one.field().equals("id")))
                .toList();
    }

    private static <T> List<List<T>> without(List<T> list) {
        List<List<T>> less = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<T> one = new ArrayList<>(list);
            one.remove(i);
            less.add(one);
        }
        return less;
    }

    /** None at all, then parts of it. */
    private static List<@Nullable Where> conditions(@Nullable Where where) {
        List<@Nullable Where> less = new ArrayList<>();
        if (where != null) {
            less.add(null);
            less.addAll(parts(where));
        }
        return less;
    }

    private static List<Where> parts(Where where) {
        List<Where> less = new ArrayList<>();
        if (where instanceof Where.All all) {
            less.addAll(all.parts());
            without(all.parts()).forEach(parts -> less.add(new Where.All(parts)));
            within(all.parts()).forEach(parts -> less.add(new Where.All(parts)));
        } else if (where instanceof Where.Any any) {
            less.addAll(any.parts());
            without(any.parts()).forEach(parts -> less.add(new Where.Any(parts)));
            within(any.parts()).forEach(parts -> less.add(new Where.Any(parts)));
        } else if (where instanceof Where.Not not) {
            less.add(not.part());
            parts(not.part()).forEach(part -> less.add(new Where.Not(part)));
        } else if (where instanceof Where.Related related) {
            parts(related.target())
                    .forEach(part -> less.add(new Where.Related(related.relation(), related.quantifier(), part)));
        } else if (where instanceof Where.Among among) {
            without(among.values())
                    .forEach(values -> less.add(new Where.Among(among.field(), among.negated(), values)));
        }
        return less;
    }

    private static List<List<Where>> within(List<Where> parts) {
        List<List<Where>> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (Where instead : parts(parts.get(i))) {
                List<Where> list = new ArrayList<>(parts);
                list.set(i, instead);
                all.add(list);
            }
        }
        return all;
    }

    private Simpler() {}
}
