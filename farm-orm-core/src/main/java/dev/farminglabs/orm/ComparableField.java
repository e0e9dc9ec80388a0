package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.FieldDeclaration;
import dev.farminglabs.orm.operation.Comparison;

/**
 * A field whose values have an order: numbers and times by value, text by Unicode code point. A comparison with a null
 * field is false.
 *
 * @param <M> the model
 * @param <V> the Java type of the value
 */
public abstract class ComparableField<M extends Model<M>, V> extends Field<M, V> {

    ComparableField(Model<M> owner, FieldDeclaration declaration) {
        super(owner, declaration);
    }

    /** Greater than the value. */
    public final Condition<M> gt(V value) {
        return compare("gt", Comparison.GREATER, value, false);
    }

    /** Greater than the value, or the same. */
    public final Condition<M> gte(V value) {
        return compare("gte", Comparison.GREATER_OR_EQUAL, value, false);
    }

    /** Less than the value. */
    public final Condition<M> lt(V value) {
        return compare("lt", Comparison.LESS, value, false);
    }

    /** Less than the value, or the same. */
    public final Condition<M> lte(V value) {
        return compare("lte", Comparison.LESS_OR_EQUAL, value, false);
    }

    /** From {@code low} to {@code high}, both included. */
    public final Condition<M> between(V low, V high) {
        return compare("between", Comparison.GREATER_OR_EQUAL, low, false)
                .and(compare("between", Comparison.LESS_OR_EQUAL, high, false));
    }
}
