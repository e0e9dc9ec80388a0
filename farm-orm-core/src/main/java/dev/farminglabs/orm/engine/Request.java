package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.operation.PredicateSource;
import dev.farminglabs.orm.operation.Sort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records a call is about. Immutable.
 *
 * @param model the model
 * @param scope which records the client sees at all
 * @param where the condition
 * @param all   whether the caller said out loud that every record is meant
 * @param sorts the order asked for
 * @param skip  how many records to leave out first
 * @param take  how many to give at most, or null for all
 */
public record Request(
        ModelDefinition model,
        Scope scope,
        PredicateSource where,
        boolean all,
        List<Sort> sorts,
        int skip,
        @Nullable Integer take) {

    /** Every record of the model that the scope shows. */
    public static Request of(ModelDefinition model, Scope scope) {
        return new Request(model, scope, PredicateSource.EVERY, false, List.of(), 0, null);
    }

    /** Those that meet the condition too. */
    public Request where(PredicateSource more) {
        return new Request(model, scope, where.and(more), all, sorts, skip, take);
    }

    /** The same, with every record meant. */
    public Request meaningAll() {
        return new Request(model, scope, where, true, sorts, skip, take);
    }

    /** The same in that order. */
    public Request orderBy(List<Sort> order) {
        return new Request(model, scope, where, all, List.copyOf(order), skip, take);
    }

    /** The same, leaving out the first ones. */
    public Request skip(int count) {
        return new Request(model, scope, where, all, sorts, count, take);
    }

    /** The same, at most that many. */
    public Request take(int count) {
        return new Request(model, scope, where, all, sorts, skip, count);
    }

    /** The same for a client that sees other records. */
    public Request scope(Scope other) {
        return new Request(model, other, where, all, sorts, skip, take);
    }
}
