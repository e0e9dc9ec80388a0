package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.setup.Setup;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;

/**
 * Validates or pushes each schema as its settings say, once the context is up and before other runners. A push in a guarded
 * profile is refused earlier, before the application accepts anything. Does nothing unless asked to.
 */
final class SetupRunner implements ApplicationRunner, SmartInitializingSingleton, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(SetupRunner.class);

    private final ListableBeanFactory beans;
    private final FarmOrmProperties properties;
    private final Environment environment;

    SetupRunner(ListableBeanFactory beans, FarmOrmProperties properties, Environment environment) {
        this.beans = beans;
        this.properties = properties;
        this.environment = environment;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> guarded = Arrays.stream(environment.getActiveProfiles())
                .filter(profile -> properties.guard().noPushProfiles().stream().anyMatch(profile::equalsIgnoreCase))
                .toList();
        if (guarded.isEmpty()) {
            return;
        }
        schemas(SetupMode.PUSH).findFirst().ifPresent(schema -> {
            throw new StartupRefusedException(
                    "Schema bean '" + schema + "' is to be pushed, and the profile " + guarded
                            + " is one in which nothing is pushed (farm.orm.guard.no-push-profiles).",
                    StartupRefusedException.write(
                            "Set the store up with a migration before the start, and write for this profile:",
                            List.of(FarmOrmProperties.line(schema, "setup", "validate"))));
        });
    }

    @Override
    public void run(ApplicationArguments arguments) {
        schemas(SetupMode.PUSH).forEach(this::push);
        schemas(SetupMode.VALIDATE).forEach(this::validate);
    }

    private Stream<String> schemas(SetupMode mode) {
        return Arrays.stream(beans.getBeanNamesForType(Schema.class, true, false))
                .filter(schema -> properties.schema(schema).setup() == mode);
    }

    private void push(String schema) {
        List<SetupStep> added = withAdvice(
                schema,
                "could not be pushed",
                "Repair what the message names, or set the store up with a migration and write:",
                "validate",
                () -> setup(schema).push());
        if (added.isEmpty()) {
            LOG.info("Schema bean '{}': nothing to push", schema);
        } else {
            LOG.info(
                    "Schema bean '{}': pushed {}",
                    schema,
                    added.stream().map(SetupStep::what).toList());
        }
    }

    private void validate(String schema) {
        withAdvice(
                schema,
                "does not fit its store",
                "Bring the store in line with a migration; or, where no data is at stake, let the missing parts be added:",
                "push",
                () -> {
                    setup(schema).validate();
                    return true;
                });
    }

    private static <T> T withAdvice(String schema, String what, String lead, String setting, Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException failure) {
            if (OrmError.in(failure).isEmpty()) {
                throw failure;
            }
            throw new StartupRefusedException(
                    "Schema bean '" + schema + "' " + what + ". " + failure.getMessage(),
                    StartupRefusedException.write(lead, List.of(FarmOrmProperties.line(schema, "setup", setting))),
                    failure);
        }
    }

    /** Who brings an own client brings its setup too, or sets the store up otherwise. */
    private Setup setup(String schema) {
        String name = SchemaBean.setupName(schema);
        if (!beans.containsBean(name) || !beans.isTypeMatch(name, Setup.class)) {
            throw new StartupRefusedException(
                    "Schema bean '" + schema + "' is to be set up, but there is no bean '" + name + "' of type "
                            + Setup.class.getName() + ": its client is the application's own, or the name is taken.",
                    StartupRefusedException.write(
                            "Declare such a bean, or write:",
                            List.of(FarmOrmProperties.line(schema, "setup", "none"))));
        }
        return beans.getBean(name, Setup.class);
    }
}
