package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SetupPhase;
import dev.farminglabs.orm.error.OrmError;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;

/** Says what to do about an error of a client or a schema that ended the start of the application. */
@Order(Ordered.HIGHEST_PRECEDENCE + 101)
final class OrmErrorFailureAnalyzer extends AbstractFailureAnalyzer<DataAccessException> {

    private final @Nullable BeanFactory beans;
    private final Environment environment;

    OrmErrorFailureAnalyzer(@Nullable BeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, DataAccessException cause) {
        if (!(cause instanceof OrmError error)) {
            return null;
        }
        String action = action(error);
        return action == null ? null : new FailureAnalysis(String.valueOf(cause.getMessage()), action, cause);
    }

    private @Nullable String action(OrmError error) {
        return switch (error.code()) {
            case MISSING_TABLE, MISSING_COLUMN, MISSING_SCHEMA -> missing(schemasWith(error.model()));
            case UNSUPPORTED ->
                StartupRefusedException.write(
                        "Do without what the line above names, or put the schema on a store that has it:",
                        schemasWith(error.model()).stream()
                                .flatMap(schema -> Stream.of(
                                        FarmOrmProperties.line(schema, "store", "<kind>"),
                                        FarmOrmProperties.line(schema, "bean", "<bean name>")))
                                .toList());
            case CONNECTION_FAILED, PERMISSION_DENIED ->
                StartupRefusedException.write(
                        "See that the store runs and lets this application in, or correct where it is:",
                        List.of(address(error.store())));
            case INVALID_SCHEMA -> "Correct the models that the lines above name; each line says what to write.";
            case INVALID_PROJECTION ->
                "Correct the records that the lines above name; each line says what to write. Or take @ProjectionOf away.";
            default -> null;
        };
    }

    /** A push that is asked for already comes too late for a bean that uses its client while it is made. */
    private String missing(List<String> schemas) {
        FarmOrmProperties properties = FarmOrmProperties.of(environment);
        boolean late = properties.setup().phase() == SetupPhase.APPLICATION_RUNNER
                && schemas.stream().allMatch(schema -> properties.schema(schema).setup() == SetupMode.PUSH);
        return late
                ? StartupRefusedException.write(
                        "The client was used before the application runner that adds the missing parts. Add them earlier:",
                        List.of("farm.orm.setup.phase: initialization"))
                : StartupRefusedException.write(
                        "Set the store up with a migration; or, in development and tests, let the missing parts be added:",
                        schemas.stream()
                                .map(schema -> FarmOrmProperties.line(schema, "setup", "push"))
                                .toList());
    }

    /** The line that says where such a store is. */
    static String address(String store) {
        return store.startsWith("redis")
                ? "spring.data.redis.url: redis://<user>:<password>@<host>:<port>"
                : store.startsWith("mongodb")
                        ? "spring.mongodb.uri: mongodb://<user>:<password>@<host>:<port>/<database>"
                        : "spring.datasource.url: jdbc:<kind>://<host>:<port>/<database>";
    }

    /** The schema beans that have the model; all of them when that is not to be known any more. */
    private List<String> schemasWith(@Nullable String model) {
        if (!(beans instanceof ConfigurableListableBeanFactory factory)) {
            return List.of("<schema bean>");
        }
        List<String> all = List.of(factory.getBeanNamesForType(Schema.class, true, false));
        List<String> having =
                all.stream().filter(name -> hasModel(factory, name, model)).toList();
        return !having.isEmpty() ? having : !all.isEmpty() ? all : List.of("<schema bean>");
    }

    private static boolean hasModel(
            ConfigurableListableBeanFactory factory, String schemaBean, @Nullable String model) {
        return factory.getSingleton(schemaBean) instanceof Schema schema
                && schema.models().stream().anyMatch(each -> each.toString().equals(model));
    }
}
