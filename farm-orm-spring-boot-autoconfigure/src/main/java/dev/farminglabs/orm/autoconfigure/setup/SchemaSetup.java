package dev.farminglabs.orm.autoconfigure.setup;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SetupPhase;
import dev.farminglabs.orm.autoconfigure.RunningProfiles;
import dev.farminglabs.orm.autoconfigure.SetupMode;
import dev.farminglabs.orm.autoconfigure.StartupRefusedException;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.setup.Setup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;

/**
 * Validates or pushes each schema as its settings say, in the phase they say, and remembers what was done. Does nothing unless
 * asked to. Thread-safe.
 */
public final class SchemaSetup {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaSetup.class);

    private final ListableBeanFactory beans;
    private final FarmOrmProperties properties;
    private final Environment environment;
    private final Map<String, String> done = new ConcurrentHashMap<>();

    SchemaSetup(ListableBeanFactory beans, FarmOrmProperties properties, Environment environment) {
        this.beans = beans;
        this.properties = properties;
        this.environment = environment;
    }

    /** What was done for the schema bean in this start, in a few words; {@code not yet} before that. */
    public String state(String schemaBean) {
        String nothing = properties.schema(schemaBean).setup() == SetupMode.NONE ? "left alone" : "not yet";
        return done.getOrDefault(schemaBean, nothing);
    }

    /** Refuses a push in a profile in which nothing is pushed. Sends nothing. */
    void checkProfile() {
        List<String> guarded =
                RunningProfiles.among(environment, properties.guard().noPushProfiles());
        if (guarded.isEmpty() || properties.setup().dryRun()) {
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

    /** Does what there is to do in that phase. */
    void run(SetupPhase phase) {
        if (properties.setup().phase() == phase) {
            checkProfile();
            schemas(SetupMode.PUSH).forEach(properties.setup().dryRun() ? this::plan : this::push);
            schemas(SetupMode.VALIDATE).forEach(this::validate);
        }
    }

    private Stream<String> schemas(SetupMode mode) {
        return Arrays.stream(beans.getBeanNamesForType(Schema.class, true, false))
                .filter(schema -> properties.schema(schema).setup() == mode);
    }

    private void plan(String schema) {
        List<SetupStep> missing = withAdvice(
                schema,
                "could not be planned",
                "Repair what the message names, or write:",
                "none",
                () -> setup(schema).plan());
        done.put(schema, "dry run: " + missing.size() + " parts are missing");
        LOG.info(
                "Schema bean '{}': a push would add {} parts. Nothing is added (farm.orm.setup.dry-run).{}",
                schema,
                missing.size(),
                missing.stream()
                        .map(step -> "\n    " + step.what() + ": " + step.statement())
                        .collect(Collectors.joining()));
    }

    private void push(String schema) {
        List<SetupStep> added = withAdvice(
                schema,
                "could not be pushed",
                "Repair what the message names, or set the store up with a migration and write:",
                "validate",
                () -> setup(schema).push());
        done.put(schema, "pushed: " + added.size() + " parts were missing");
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
        done.put(schema, "validated");
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
        String name = schema + "Setup";
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
