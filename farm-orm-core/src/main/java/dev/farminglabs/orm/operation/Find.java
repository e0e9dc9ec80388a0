package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.ModelDefinition;
import java.util.List;
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
        @Nullable Parents parents) {}
