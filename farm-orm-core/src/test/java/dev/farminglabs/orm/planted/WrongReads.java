package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.RelationKind;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads something else than it was asked for. */
final class WrongReads {

    private static DriverSession reading(DriverSession next, UnaryOperator<Find> mistake) {
        return new Passing(next) {
            @Override
            public List<@Nullable Object[]> find(Find find, Arguments arguments) {
                return next.find(mistake.apply(find), arguments);
            }
        };
    }

    /** As PostgreSQL orders by itself. */
    static DriverSession nullsLast(DriverSession next) {
        return reading(next, find -> {
            List<Sort> sorts = find.sorts().stream()
                    .map(sort -> new Sort(sort.field(), sort.descending(), sort.descending()))
                    .toList();
            return new Find(
                    find.model(), find.where(), sorts, find.skip(), find.take(), find.selection(), find.parents());
        });
    }

    /** Offset forgotten. */
    static DriverSession skipIgnored(DriverSession next) {
        return reading(
                next,
                find -> new Find(
                        find.model(), find.where(), find.sorts(), null, find.take(), find.selection(), find.parents()));
    }

    /** The page counts for all parents together. */
    static DriverSession takeForAllParents(DriverSession next) {
        return new Passing(next) {
            @Override
            public List<@Nullable Object[]> find(Find find, Arguments arguments) {
                List<@Nullable Object[]> rows = next.find(find, arguments);
                return find.parents() == null || find.take() == null
                        ? rows
                        : rows.stream().limit(arguments.count(find.take())).toList();
            }
        };
    }

    /** A join gives a target once for each row of the join table. */
    static DriverSession duplicateJoinRows(DriverSession next) {
        return new Passing(next) {
            @Override
            public List<@Nullable Object[]> find(Find find, Arguments arguments) {
                List<@Nullable Object[]> rows = next.find(find, arguments);
                if (find.parents() == null
                        || rows.isEmpty()
                        || find.parents().relation().kind() != RelationKind.MANY_TO_MANY) {
                    return rows;
                }
                List<@Nullable Object[]> twice = new ArrayList<>(rows);
                twice.add(rows.get(rows.size() - 1));
                return twice;
            }
        };
    }

    /** The tenant is thought of where records are read, and not where they are counted. */
    static DriverSession countsAllTenants(DriverSession next) {
        return new Passing(next) {
            @Override
            public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
                return next.aggregate(
                        new Aggregate(
                                aggregate.model(),
                                withoutTenant(aggregate.where()),
                                aggregate.measures(),
                                aggregate.groupBy()),
                        arguments);
            }
        };
    }

    private static Predicate withoutTenant(Predicate where) {
        if (where instanceof Predicate.And and) {
            return Predicate.and(
                    and.parts().stream().map(WrongReads::withoutTenant).toList());
        }
        return where instanceof Predicate.Compare compare && compare.field().is(FieldRole.TENANT)
                ? Predicate.every()
                : where;
    }

    /** Sums in floating point. */
    static DriverSession sumsOfDoubles(DriverSession next) {
        return new Passing(next) {
            @Override
            public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
                List<@Nullable Object[]> rows = next.aggregate(aggregate, arguments);
                for (@Nullable Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        row[i] = row[i] instanceof BigDecimal sum ? BigDecimal.valueOf(sum.doubleValue()) : row[i];
                    }
                }
                return rows;
            }
        };
    }

    private WrongReads() {}
}
