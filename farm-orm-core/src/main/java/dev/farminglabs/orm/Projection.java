package dev.farminglabs.orm;

import dev.farminglabs.orm.engine.view.Narrowing;
import dev.farminglabs.orm.engine.view.View;
import java.util.function.UnaryOperator;

/**
 * A checked select shape: which record is read from which model, and how each relation in it is narrowed. Immutable and
 * thread-safe; meant to be kept.
 *
 * @param <M> the model
 * @param <T> the record
 */
public final class Projection<M extends Model<M>, T> {

    final View<T> view;

    Projection(View<T> view) {
        this.view = view;
    }

    /**
     * Narrows one relation of the shape; {@code orderBy}, {@code skip} and {@code take} count for each parent.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException when the record does not read the relation, or the
     *     relation is to-one and the branch says more than a condition
     */
    public <C extends Model<C>> Projection<M, T> with(Relation<M, C> relation, UnaryOperator<Branch<C>> narrow) {
        return new Projection<>(
                view.narrow(relation.definition(), narrow.apply(new Branch<>(Narrowing.NONE)).narrowing));
    }
}
