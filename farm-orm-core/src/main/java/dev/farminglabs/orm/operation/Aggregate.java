package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes over records. Without grouping the result is one row with a cell for each measure; with it, one row for each
 * distinct value of the grouping field (null counts as one), that value first, in no particular order.
 *
 * @param model    the model
 * @param where    over which records
 * @param measures what to compute
 * @param groupBy  the grouping field, or null
 */
public record Aggregate(
        ModelDefinition model,
        Predicate where,
        List<Measure> measures,
        @Nullable FieldDefinition groupBy) {

    /** What can be computed. */
    public enum Function {
        /** How many records, or how many with a value where a field is given: a {@code Long}. */
        COUNT,
        /** The exact sum of a numeric field as {@code BigDecimal}, null when no record has a value. */
        SUM,
        /** The least value of a comparable field, null when no record has one. */
        MIN,
        /** The greatest value of a comparable field, null when no record has one. */
        MAX
    }

    /**
     * One computation.
     *
     * @param function what to compute
     * @param field    over which field; null only for a count of records
     */
    public record Measure(Function function, @Nullable FieldDefinition field) {}
}
