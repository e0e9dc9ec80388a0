package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.engine.value.Assigned;
import dev.farminglabs.orm.operation.PredicateSource;
import java.util.List;

/**
 * What an upsert is to do.
 *
 * @param create the values of a new record
 * @param update what changes in a stored one
 * @param when   what a stored record must meet to be changed
 */
public record UpsertHalves(List<Assigned> create, List<Assigned> update, PredicateSource when) {

    /** Nothing said yet. */
    public static final UpsertHalves EMPTY = new UpsertHalves(List.of(), List.of(), PredicateSource.EVERY);
}
