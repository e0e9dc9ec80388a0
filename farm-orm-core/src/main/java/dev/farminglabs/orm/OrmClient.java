package dev.farminglabs.orm;

import dev.farminglabs.orm.driver.Capabilities;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One schema on one store. The type parameter is the schema, so that Spring injects by it: {@code OrmClient<ControlPlane>}.
 * Thread-safe; made once and kept.
 *
 * @param <S> the schema
 */
public interface OrmClient<S extends Schema> {

    /**
     * The records of a model.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException when the model is not one of the schema's
     */
    <M extends Model<M>> ModelClient<M> model(M model);

    /** The schema. */
    S schema();

    /** What the store can do. May have to connect the first time. */
    Capabilities capabilities();

    /** The same client confined to one tenant: reads see its records only, and writes belong to it. */
    OrmClient<S> forTenant(Object tenant);

    /** The same client for all tenants' records, said out loud. */
    OrmClient<S> acrossTenants();

    /**
     * Runs the work all or nothing: committed when it returns, rolled back when it throws anything. Calls made through any
     * client of the same store on this thread take part; a transaction that is already under way, Spring's too, is joined.
     *
     * <p>Let a failed call end the work. A database may refuse every further call of a transaction in which one has failed
     * (PostgreSQL does), so catch outside, or ask {@code createIfAbsent} and {@code upsert} for what may be there already.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} on a store without
     *     transactions; the work has not been started
     */
    <T extends @Nullable Object> T transaction(Function<OrmClient<S>, T> work);

    /** Runs the work call by call, without any promise about what remains when it fails; works on every store. */
    <T extends @Nullable Object> T inOrder(Function<OrmClient<S>, T> work);

    /**
     * Collects writes and sends them in order, in as few round trips as the store allows. Promises order, not atomicity: when
     * one fails, those before it have happened and those after it have not.
     */
    void batch(Consumer<Batch> calls);
}
