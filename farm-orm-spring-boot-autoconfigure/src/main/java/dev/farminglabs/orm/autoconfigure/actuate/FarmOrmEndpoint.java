package dev.farminglabs.orm.autoconfigure.actuate;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.BoundSchemas;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties;
import dev.farminglabs.orm.autoconfigure.setup.SchemaSetup;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.setup.Setup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.dao.DataAccessException;

/**
 * Which schema is where, what its store can do, and what was done with it at the start; on request, how the store differs
 * from the schema. Tells names, never records and never credentials, and changes nothing. Thread-safe.
 */
@Endpoint(id = "farmorm")
public final class FarmOrmEndpoint {

    /**
     * All schemas.
     *
     * @param schemas by the name of the schema bean
     */
    public record Schemas(Map<String, SchemaAnswer> schemas) {}

    /**
     * One schema.
     *
     * @param schema       its name
     * @param models       its models
     * @param store        where it is
     * @param capabilities what the store can do; null when it could not be reached
     * @param problem      why the store could not be asked, as a code; null when it could
     * @param setup        what is done at the start
     */
    public record SchemaAnswer(
            String schema,
            List<ModelAnswer> models,
            StoreAnswer store,
            @Nullable Capabilities capabilities,
            @Nullable String problem,
            SetupAnswer setup) {}

    /**
     * A model.
     *
     * @param name  its name
     * @param table its table or collection
     */
    public record ModelAnswer(String name, String table) {}

    /**
     * A store.
     *
     * @param kind      as in the settings
     * @param bean      the name of its bean
     * @param dialect   such as {@code postgresql}; null when the store could not be reached
     * @param addresses where it is; empty where that is not known
     */
    public record StoreAnswer(
            String kind, String bean, @Nullable String dialect, List<String> addresses) {}

    /**
     * A setup.
     *
     * @param mode  what is to be done
     * @param phase when
     * @param state what was done
     */
    public record SetupAnswer(String mode, String phase, String state) {}

    /**
     * The drift of one schema.
     *
     * @param fits        whether there is no difference that breaks something
     * @param differences the differences, the breaking ones first
     * @param missing     what a push would add
     */
    public record DriftAnswer(boolean fits, List<Difference> differences, List<StepAnswer> missing) {}

    /**
     * One step of a push.
     *
     * @param what      what is added
     * @param statement with which statement or command
     */
    public record StepAnswer(String what, String statement) {}

    private final BoundSchemas bound;
    private final FarmOrmProperties properties;
    private final @Nullable SchemaSetup setups;

    FarmOrmEndpoint(BoundSchemas bound, FarmOrmProperties properties, @Nullable SchemaSetup setups) {
        this.bound = bound;
        this.properties = properties;
        this.setups = setups;
    }

    /** All schemas. Their stores are asked what they can do, which may take a connection the first time. */
    @ReadOperation
    public Schemas schemas() {
        Map<String, SchemaAnswer> answers = new LinkedHashMap<>();
        bound.all().forEach(schema -> answers.put(schema.name(), answer(schema)));
        return new Schemas(answers);
    }

    /** One schema; null when there is none of that name. */
    @ReadOperation
    public @Nullable SchemaAnswer schema(@Selector String schema) {
        BoundSchema known = bound.find(schema);
        return known == null ? null : answer(known);
    }

    /** How the store differs from the schema, for the part {@code drift}; null for any other. Reads the store's catalog. */
    @ReadOperation
    public @Nullable DriftAnswer drift(@Selector String schema, @Selector String part) {
        BoundSchema known = part.equals("drift") ? bound.find(schema) : null;
        if (known == null) {
            return null;
        }
        Setup setup = known.setup();
        List<Difference> differences = setup.drift();
        return new DriftAnswer(
                differences.stream().noneMatch(Difference::breaking),
                differences,
                setup.plan().stream()
                        .map(step -> new StepAnswer(step.what(), step.statement()))
                        .toList());
    }

    private SchemaAnswer answer(BoundSchema schema) {
        Driver driver = schema.driver();
        SchemaDefinition definition = schema.setup().schema();
        Capabilities capabilities = null;
        String problem = null;
        try {
            capabilities = driver.capabilities();
        } catch (DataAccessException failure) {
            problem = OrmError.in(failure)
                    .map(error -> error.code().name())
                    .orElse(failure.getClass().getName());
        }
        String dialect = capabilities == null ? null : capabilities.store();
        return new SchemaAnswer(
                definition.name(),
                definition.models().stream()
                        .map(model -> new ModelAnswer(model.name(), definition.table(model)))
                        .toList(),
                new StoreAnswer(schema.storeKind(), schema.storeBean(), dialect, driver.addresses()),
                capabilities,
                problem,
                setup(schema));
    }

    private SetupAnswer setup(BoundSchema schema) {
        String phase =
                properties.setup().phase().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new SetupAnswer(
                schema.setupMode().property(), phase, setups == null ? "not known" : setups.state(schema.name()));
    }
}
