package dev.farminglabs.orm;

import dev.farminglabs.orm.engine.Engine;
import dev.farminglabs.orm.engine.Prepared;
import dev.farminglabs.orm.engine.Request;
import dev.farminglabs.orm.engine.value.Assigned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes that are collected and then sent together; see {@link OrmClient#batch}. Each call gives a {@link Result} that has its
 * value once the batch has been sent. Used by one thread, inside the function it was handed to.
 */
public final class Batch {

    /**
     * The value a call of a batch will have.
     *
     * @param <T> the value's type
     */
    public static final class Result<T> {
        private @Nullable T value;

        private Result() {}

        /**
         * The value.
         *
         * @throws IllegalStateException before the batch has been sent, or when it failed before this call
         */
        public T get() {
            if (value == null) {
                throw new IllegalStateException(
                        "This call of the batch has not happened: ask after batch(...) returned");
            }
            return value;
        }
    }

    private final Engine engine;
    private final Function<Model<?>, Request> requests;
    private final List<Prepared<Runnable>> calls = new ArrayList<>();

    Batch(Engine engine, Function<Model<?>, Request> requests) {
        this.engine = engine;
        this.requests = requests;
    }

    void send() {
        engine.batch(calls, Runnable::run);
    }

    private <W, T> Result<T> add(Prepared<W> call, Function<? super W, ? extends T> finish) {
        Result<T> result = new Result<>();
        calls.add(call.then(value -> () -> result.value = finish.apply(value)));
        return result;
    }

    /** The records of a model. */
    public <M extends Model<M>> Writes<M> model(M model) {
        return new Writes<>(requests.apply(model));
    }

    /**
     * Writes to one model.
     *
     * @param <M> the model
     */
    public final class Writes<M extends Model<M>> {
        private final Request request;

        private Writes(Request request) {
            this.request = request;
        }

        /** As {@link ModelClient#create(Assignment...)}. */
        @SafeVarargs
        public final Result<Row> create(Assignment<M>... values) {
            return create(Query.assigned(values));
        }

        /** As {@link ModelClient#create(Record)}. */
        public Result<Row> create(Record input) {
            return create(engine.assigned(request.model(), input));
        }

        private Result<Row> create(List<Assigned> values) {
            return add(
                    engine.create(request, values, engine.row(request.model())), row -> Row.of(request.model(), row));
        }

        /** As {@link ModelClient#where(Condition...)}. */
        @SafeVarargs
        public final MatchingWrites<M> where(Condition<M>... conditions) {
            return new MatchingWrites<>(request.where(Condition.allOf(Arrays.asList(conditions)).source));
        }

        /** As {@link ModelClient#all()}. */
        public MatchingWrites<M> all() {
            return new MatchingWrites<>(request.meaningAll());
        }
    }

    /**
     * Writes to the records of one model that meet conditions.
     *
     * @param <M> the model
     */
    public final class MatchingWrites<M extends Model<M>> {
        private final Request request;

        private MatchingWrites(Request request) {
            this.request = request;
        }

        /** As {@link Matching#update(Assignment...)}. */
        @SafeVarargs
        public final Result<Boolean> update(Assignment<M>... changes) {
            return add(engine.update(request, Query.assigned(changes)), Function.identity());
        }

        /** As {@link Matching#delete()}. */
        public Result<Boolean> delete() {
            return add(engine.delete(request), Function.identity());
        }

        /** As {@link Matching#upsert(UnaryOperator)}. */
        public Result<Upsert.Outcome> upsert(UnaryOperator<Upsert<M>> halves) {
            return add(
                    engine.upsert(
                            request,
                            halves.apply(new Upsert<>(engine, request.model())).halves()),
                    Upsert.Outcome::of);
        }

        /** As {@link Matching#createIfAbsent(Assignment...)}. */
        @SafeVarargs
        public final Result<Boolean> createIfAbsent(Assignment<M>... values) {
            return add(engine.createIfAbsent(request, Query.assigned(values)), Function.identity());
        }

        /** As {@link Matching#updateMany(Assignment...)}. */
        @SafeVarargs
        public final Result<Long> updateMany(Assignment<M>... changes) {
            return add(engine.updateMany(request, Query.assigned(changes)), Function.identity());
        }

        /** As {@link Matching#deleteMany()}. */
        public Result<Long> deleteMany() {
            return add(engine.deleteMany(request), Function.identity());
        }
    }
}
