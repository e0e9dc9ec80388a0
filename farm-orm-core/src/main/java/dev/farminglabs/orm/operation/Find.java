package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.ModelDefinition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads records. Without {@code parents} a row is as {@link Selection} says; with them it has one more cell in front, the
 * value of the relation's local key, {@code skip} and {@code take} count for each parent separately, and a target that
 * several join records link to one parent comes once for that parent.
 *
 * @param model     the model read
 * @param where     which records
 * @param sorts     in what order; empty for any
 * @param skip      the slot of how many records to leave out first, or null
 * @param take      the slot of how many records to give at most, or null for all
 * @param selection what of each record
 * @param parents   whose targets, or null for the model's records as such
 */
public record Find(
        ModelDefinition model,
        Predicate where,
        List<Sort> sorts,
        @Nullable Slot skip,
        @Nullable Slot take,
        Selection selection,
        @Nullable Parents parents) {

    // Written out, because it is part of every look-up of a plan.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Find that
                && model == that.model
                && selection.equals(that.selection)
                && where.equals(that.where)
                && sorts.equals(that.sorts)
                && Objects.equals(skip, that.skip)
                && Objects.equals(take, that.take)
                && Objects.equals(parents, that.parents);
    }

    @Override
    public int hashCode() {
        int shape = 31 * (31 * selection.hashCode() + where.hashCode()) + sorts.hashCode();
        return 31 * (31 * shape + (take == null ? 0 : 1)) + Objects.hashCode(parents);
    }
}
