package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes each leaf of a condition for something else. */
final class WrongConditions extends Passing {

    /** What a leaf is taken for. */
    interface Mistake {
        Predicate of(Predicate leaf, Values values, Arguments arguments);
    }

    private final Mistake mistake;

    WrongConditions(DriverSession next, Mistake mistake) {
        super(next);
        this.mistake = mistake;
    }

    @Override
    public List<@Nullable Object[]> find(Find find, Arguments arguments) {
        Values values = new Values(arguments);
        Predicate where = wrong(find.where(), values, arguments);
        Find other =
                new Find(find.model(), where, find.sorts(), find.skip(), find.take(), find.selection(), find.parents());
        return next.find(other, values.arguments());
    }

    @Override
    public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
        Values values = new Values(arguments);
        Predicate where = wrong(aggregate.where(), values, arguments);
        return next.aggregate(
                new Aggregate(aggregate.model(), where, aggregate.measures(), aggregate.groupBy()), values.arguments());
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        Values values = new Values(arguments);
        if (write instanceof Write.Update update) {
            Predicate where = wrong(update.where(), values, arguments);
            return next.write(
                    new Write.Update(update.model(), where, update.changes(), update.returning()), values.arguments());
        }
        if (write instanceof Write.Delete delete) {
            return next.write(
                    new Write.Delete(delete.model(), wrong(delete.where(), values, arguments)), values.arguments());
        }
        return next.write(write, arguments);
    }

    private Predicate wrong(Predicate predicate, Values values, Arguments arguments) {
        if (predicate instanceof Predicate.And and) {
            return Predicate.and(wrong(and.parts(), values, arguments));
        }
        if (predicate instanceof Predicate.Or or) {
            return Predicate.or(wrong(or.parts(), values, arguments));
        }
        if (predicate instanceof Predicate.Related related) {
            Predicate where = wrong(related.where(), values, arguments);
            return mistake.of(
                    new Predicate.Related(related.relation(), related.link(), where, related.negated()),
                    values,
                    arguments);
        }
        return mistake.of(predicate, values, arguments);
    }

    private List<Predicate> wrong(List<Predicate> parts, Values values, Arguments arguments) {
        return parts.stream().map(part -> wrong(part, values, arguments)).toList();
    }
}
