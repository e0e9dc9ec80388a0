package dev.farminglabs.orm.driver.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.BsonSerializationException;
import org.jspecify.annotations.Nullable;

/** Carries out operations of one schema. */
final class MongoSession implements DriverSession {

    /** What a failure of a call means: a read and a write differ. */
    private interface Meaning {
        OrmFailure of(RuntimeException failure, @Nullable ModelDefinition model);
    }

    private final Names names;
    private final MongoAccess.Deployment deployment;
    private final MongoAccess access;
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    MongoSession(Names names, MongoAccess.Deployment deployment) {
        this.names = names;
        this.deployment = deployment;
        this.access = deployment.access();
    }

    @Override
    public Optional<String> naturalId(ModelDefinition model, @Nullable Object[] row) {
        return Optional.empty();
    }

    @Override
    public List<@Nullable Object[]> find(Find find, Arguments arguments) {
        return translated(
                find.model(),
                MongoErrors.MongoFailures::ofRead,
                () -> new FindRunner(names, arguments, find, access).rows());
    }

    @Override
    public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
        return translated(
                aggregate.model(),
                MongoErrors.MongoFailures::ofRead,
                () -> new AggregateRunner(names, arguments, aggregate)
                        .rows(Records.of(access, names.collection(aggregate.model()))));
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        return translated(
                write.model(),
                MongoErrors.MongoFailures::of,
                () -> write.accept(new WriteRunner(names, arguments, deployment)));
    }

    @Override
    public void batch(List<WriteCall> calls, Consumer<Written> done) {
        calls.forEach(call -> done.accept(write(call.write(), call.arguments())));
    }

    @Override
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        if (access.transactional() && !translated(null, MongoErrors.MongoFailures::ofRead, deployment::transactions)) {
            throw MongoErrors.noTransactions("it takes a replica set or a sharded cluster");
        }
        try {
            return access.transaction(work);
        } catch (MongoException e) {
            throw MongoErrors.MongoFailures.of(e, null).exception(e);
        }
    }

    /** In a transaction, a failure ends it, and no call is made after it. */
    private <T> T translated(@Nullable ModelDefinition model, Meaning meaning, Supplier<T> work) {
        access.refuseSpoiled();
        try {
            return attempted(model, meaning, work);
        } catch (RuntimeException e) {
            access.spoil(e);
            throw e;
        }
    }

    private <T> T attempted(@Nullable ModelDefinition model, Meaning meaning, Supplier<T> work) {
        try {
            if (model != null) {
                requireCollection(model);
            }
            return work.get();
        } catch (MongoException e) {
            UniqueDefinition key =
                    model != null && MongoErrors.duplicate(e) ? MongoErrors.violated(e, model, names, access) : null;
            throw key != null ? MongoErrors.taken(key, e) : failure(model, meaning, e);
        } catch (BsonSerializationException e) {
            throw meaning.of(e, model).exception(e);
        }
    }

    private static RuntimeException failure(@Nullable ModelDefinition model, Meaning meaning, MongoException e) {
        return MongoErrors.duplicate(e)
                ? MongoErrors.takenByOthers(model, e)
                : meaning.of(e, model).exception(e);
    }

    /**
     * The server would make a missing collection at the first write, without the indexes that keep unique keys. Looked at
     * once for each collection, and again as long as it is missing.
     */
    private void requireCollection(ModelDefinition model) {
        String name = names.collection(model);
        if (there.contains(name)) {
            return;
        }
        try {
            access.plain().listCollectionNames().forEach(there::add);
        } catch (MongoCommandException e) {
            there.add(name); // no right to look: it is taken on trust
        }
        if (!there.contains(name)) {
            throw MongoErrors.missing(model, name);
        }
    }
}
