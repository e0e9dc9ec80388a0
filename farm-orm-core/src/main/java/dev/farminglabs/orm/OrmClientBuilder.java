package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.Naming;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Ability;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.engine.Engine;
import dev.farminglabs.orm.engine.EngineSettings;
import dev.farminglabs.orm.engine.Scope;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.setup.Setup;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings of a client, said before it is connected. Not thread-safe.
 *
 * @param <S> the schema
 */
public final class OrmClientBuilder<S extends Schema> {

    private final S schema;
    private final Driver driver;
    private Naming naming = Naming.SNAKE_CASE;
    private String prefix = "";
    private @Nullable String namespace;
    private EngineSettings settings = EngineSettings.DEFAULT;

    OrmClientBuilder(S schema, Driver driver) {
        this.schema = schema;
        this.driver = driver;
    }

    /** Put before every table name, so that several applications can share a database. */
    public OrmClientBuilder<S> prefix(String newPrefix) {
        prefix = newPrefix;
        return this;
    }

    /** The database schema that holds the tables, instead of the connection's own. */
    public OrmClientBuilder<S> namespace(@Nullable String newNamespace) {
        namespace = newNamespace;
        return this;
    }

    /** How physical names are made where the schema names none; snake case unless said. */
    public OrmClientBuilder<S> naming(Naming newNaming) {
        naming = newNaming;
        return this;
    }

    /** The mapper for JSON fields, instead of a private one with fixed settings. Stored data depends on it. */
    public OrmClientBuilder<S> jsonMapper(JsonMapper mapper) {
        settings = new EngineSettings(mapper, settings.clock(), settings.maxAffected());
        return this;
    }

    /** The clock for defaults and expiry, instead of the system's; for tests. */
    public OrmClientBuilder<S> clock(Clock clock) {
        settings = new EngineSettings(settings.jsonMapper(), clock, settings.maxAffected());
        return this;
    }

    /**
     * A ceiling for {@code updateMany}, {@code deleteMany} and {@code purge}: one that more records meet is refused and changes
     * nothing. Records that a cascade takes along do not count. Null for none, as it is unless said.
     */
    public OrmClientBuilder<S> maxAffected(@Nullable Integer records) {
        if (records != null) {
            Query.notNegative("maxAffected", records);
        }
        settings = new EngineSettings(settings.jsonMapper(), settings.clock(), records);
        return this;
    }

    /** Makes the store ready for the schema under these names. */
    public Setup setup() {
        return Setup.of(definition(), driver);
    }

    /**
     * The client. Opens no connection, unless the schema demands something of its store.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} when the store lacks
     *     what the schema demands
     */
    public OrmClient<S> connect() {
        if (!schema.required().isEmpty()) {
            checkRequired();
        }
        return new SchemaClient<>(schema, driver, new Engine(definition(), driver, settings), Scope.DEFAULT);
    }

    /** The schema under the physical names said so far. Needs no store. */
    public SchemaDefinition definition() {
        return schema.definition(new PhysicalNaming(naming, prefix, namespace));
    }

    private void checkRequired() {
        List<Ability> missing = schema.required().stream()
                .filter(ability -> !driver.capabilities().has(ability))
                .toList();
        if (!missing.isEmpty()) {
            throw OrmFailure.of(
                            OrmErrorCode.UNSUPPORTED,
                            "Schema " + schema.name() + " requires " + missing + ", which " + driver.store()
                                    + " does not have. Put the schema on another store, or take the requirement back.")
                    .at(driver.store())
                    .exception();
        }
    }
}
