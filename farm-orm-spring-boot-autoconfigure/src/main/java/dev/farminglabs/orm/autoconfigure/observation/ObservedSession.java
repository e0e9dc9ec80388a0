package dev.farminglabs.orm.autoconfigure.observation;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DelegatingSession;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import io.micrometer.observation.Observation;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Each operation is one observation. As long as nobody listens to the registry, none is begun. */
@SuppressWarnings("NullAway") // Java 17 does not read from class files that elements of an array may be null
final class ObservedSession implements DelegatingSession {

    private static final Write.Visitor<String> NAMES = new OperationNames();

    private final DriverSession session;
    private final SchemaDefinition schema;
    private final ObservedDriver observed;
    private volatile @Nullable String store;

    ObservedSession(DriverSession session, SchemaDefinition schema, ObservedDriver observed) {
        this.session = session;
        this.schema = schema;
        this.observed = observed;
    }

    @Override
    public DriverSession session() {
        return session;
    }

    @Override
    public List<@Nullable Object[]> find(Find find, Arguments arguments) {
        return observed("find", find.model(), () -> session.find(find, arguments));
    }

    @Override
    public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
        return observed("aggregate", aggregate.model(), () -> session.aggregate(aggregate, arguments));
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        return observed(write.accept(NAMES), write.model(), () -> session.write(write, arguments));
    }

    @Override
    public void batch(List<WriteCall> calls, Consumer<Written> done) {
        List<ModelDefinition> models =
                calls.stream().map(call -> call.write().model()).distinct().toList();
        observed("batch", models.size() == 1 ? models.get(0) : null, () -> {
            session.batch(calls, done);
            return calls;
        });
    }

    @Override
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return observed("transaction", null, () -> session.transaction(work));
    }

    private <T extends @Nullable Object> T observed(
            String operation, @Nullable ModelDefinition model, Supplier<T> work) {
        if (observed.registry().isNoop()) {
            return work.get();
        }
        String table = model == null ? null : schema.table(model);
        OrmObservationContext context = new OrmObservationContext(operation, schema, table, store);
        Observation observation = OrmObservationDocumentation.OPERATION.start(
                observed.convention(), DefaultOrmObservationConvention.INSTANCE, () -> context, observed.registry());
        try (Observation.Scope scope = observation.openScope()) {
            T result = work.get();
            context.reached(known());
            return result;
        } catch (Throwable failure) {
            OrmError.in(failure)
                    .map(OrmError::store)
                    .filter(name -> !name.isEmpty())
                    .ifPresent(context::reached);
            observation.error(failure);
            throw failure;
        } finally {
            observation.stop();
        }
    }

    /** To be asked only when the store has answered: before that, a driver may have to connect to know its name. */
    private String known() {
        String name = store;
        if (name == null) {
            name = observed.store();
            store = name;
        }
        return name;
    }

    private static final class OperationNames implements Write.Visitor<String> {
        @Override
        public String create(Write.Create create) {
            return "create";
        }

        @Override
        public String createMany(Write.CreateMany createMany) {
            return "createMany";
        }

        @Override
        public String update(Write.Update update) {
            return "update";
        }

        @Override
        public String upsert(Write.Upsert upsert) {
            return "upsert";
        }

        @Override
        public String delete(Write.Delete delete) {
            return "delete";
        }
    }
}
