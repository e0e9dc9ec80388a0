package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises what a condition says of the time at which records end: an index knows it from its scores. */
public final class Liveness {

    /** The time the records must outlive, as text in milliseconds; null when the condition does not ask for it. */
    public static @Nullable String after(ModelLayout layout, Predicate where, Arguments arguments) {
        FieldDefinition expiry = layout.expiry();
        if (expiry == null) {
            return null;
        }
        for (Predicate part : parts(where)) {
            Predicate.Compare compare = later(part, expiry);
            if (compare != null) {
                return Cells.text(arguments.require(compare.value()));
            }
        }
        return null;
    }

    /** Whether this part says nothing else. */
    public static boolean is(ModelLayout layout, Predicate part) {
        FieldDefinition expiry = layout.expiry();
        return expiry != null && later(part, expiry) != null;
    }

    /** The time up to which records have ended, as text in milliseconds; null when the condition says anything else. */
    public static @Nullable String end(ModelLayout layout, Predicate expired, Arguments arguments) {
        return expired instanceof Predicate.Compare compare
                        && compare.field() == layout.expiry()
                        && compare.comparison() == Comparison.LESS_OR_EQUAL
                        && !compare.negated()
                ? Cells.text(arguments.require(compare.value()))
                : null;
    }

    /** What has to be true, part by part. */
    public static List<Predicate> parts(Predicate where) {
        return where instanceof Predicate.And and ? and.parts() : List.of(where);
    }

    /** {@code expiry > time}, where the expiry may be null also with {@code expiry is null or} before it. */
    private static Predicate.@Nullable Compare later(Predicate part, FieldDefinition expiry) {
        if (part instanceof Predicate.Or or && expiry.nullable()) {
            return or.parts().size() == 2 && or.parts().get(0).equals(new Predicate.IsNull(expiry, false))
                    ? comparison(or.parts().get(1), expiry)
                    : null;
        }
        return expiry.nullable() ? null : comparison(part, expiry);
    }

    private static Predicate.@Nullable Compare comparison(Predicate part, FieldDefinition expiry) {
        return part instanceof Predicate.Compare compare
                        && compare.field() == expiry
                        && compare.comparison() == Comparison.GREATER
                        && !compare.negated()
                ? compare
                : null;
    }

    private Liveness() {}
}
