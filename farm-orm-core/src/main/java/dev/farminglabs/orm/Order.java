package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Sort;

/**
 * One sort key. Nulls come first in ascending and last in descending order unless said otherwise. Immutable.
 *
 * @param <M> the model
 */
public final class Order<M extends Model<M>> {

    final Sort sort;

    Order(FieldDefinition field, boolean descending, boolean nullsFirst) {
        this.sort = new Sort(field, descending, nullsFirst);
    }

    /** Records without a value come first. */
    public Order<M> nullsFirst() {
        return new Order<>(sort.field(), sort.descending(), true);
    }

    /** Records without a value come last. */
    public Order<M> nullsLast() {
        return new Order<>(sort.field(), sort.descending(), false);
    }
}
