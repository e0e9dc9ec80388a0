package dev.farminglabs.orm;

import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.engine.Engine;
import dev.farminglabs.orm.engine.Request;
import dev.farminglabs.orm.engine.Scope;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The client of a schema: hands each call to the engine with what this client sees. */
final class SchemaClient<S extends Schema> implements OrmClient<S> {

    private final S schema;
    private final Driver driver;
    private final Engine engine;
    private final Scope scope;

    SchemaClient(S schema, Driver driver, Engine engine, Scope scope) {
        this.schema = schema;
        this.driver = driver;
        this.engine = engine;
        this.scope = scope;
    }

    @Override
    public <M extends Model<M>> ModelClient<M> model(M model) {
        return new ModelClient<>(engine, request(model));
    }

    private Request request(Model<?> model) {
        if (!engine.schema().contains(model.definition())) {
            throw Refusal.query(
                    "Schema " + schema.name() + " has no model " + model + ". Its models are " + schema.models());
        }
        return Request.of(model.definition(), scope);
    }

    @Override
    public S schema() {
        return schema;
    }

    @Override
    public Capabilities capabilities() {
        return driver.capabilities();
    }

    @Override
    public OrmClient<S> forTenant(Object tenant) {
        return new SchemaClient<>(schema, driver, engine, scope.tenant(Objects.requireNonNull(tenant, "tenant")));
    }

    @Override
    public OrmClient<S> acrossTenants() {
        return new SchemaClient<>(schema, driver, engine, scope.acrossAllTenants());
    }

    @Override
    public <T extends @Nullable Object> T transaction(Function<OrmClient<S>, T> work) {
        return engine.transaction(() -> work.apply(this));
    }

    @Override
    public <T extends @Nullable Object> T inOrder(Function<OrmClient<S>, T> work) {
        return work.apply(this);
    }

    @Override
    public void batch(Consumer<Batch> calls) {
        Batch batch = new Batch(engine, this::request);
        calls.accept(batch);
        batch.send();
    }

    @Override
    public String toString() {
        return "OrmClient of schema " + schema.name();
    }
}
