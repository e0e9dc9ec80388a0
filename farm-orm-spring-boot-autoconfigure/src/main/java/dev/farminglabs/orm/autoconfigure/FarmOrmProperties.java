package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.definition.Naming;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The settings. Read at run time, so that an application that was processed ahead of time still obeys them.
 *
 * @param naming How physical names are made where a schema names none.
 * @param schemas Settings of single schemas, by the name of the schema bean.
 * @param setup How stores are made ready.
 * @param guard What is refused, and where.
 * @param mongo How MongoDB is used.
 */
@ConfigurationProperties("farm.orm")
public record FarmOrmProperties(
        @DefaultValue("snake-case") Naming naming,
        @DefaultValue Map<String, SchemaProperties> schemas,
        @DefaultValue Setup setup,
        @DefaultValue Guard guard,
        @DefaultValue Mongo mongo) {

    private static final String PREFIX = "farm.orm";

    /**
     * The settings of one schema.
     *
     * @param store Kind of store that holds the schema. Only needed where several kinds are there.
     * @param bean Name of the bean that is the store. Only needed where several of one kind are there.
     * @param setup What is done with the store when the application starts.
     * @param prefix Text put before the name of every table or collection.
     * @param namespace Database schema of the tables, second part of Redis keys, or database of a MongoClient.
     * @param transactionManager Name of the transaction manager bean, where several manage the DataSource.
     * @param maxAffected Most records that one updateMany, deleteMany or purge may change.
     */
    public record SchemaProperties(
            @Nullable StoreKind store,
            @Nullable String bean,
            @DefaultValue("none") SetupMode setup,
            @DefaultValue("") String prefix,
            @Nullable String namespace,
            @Nullable String transactionManager,
            @Nullable Integer maxAffected) {

        static final SchemaProperties DEFAULT = new SchemaProperties(null, null, SetupMode.NONE, "", null, null, null);

        /** An empty value takes back what a source of lower precedence says. */
        public SchemaProperties {
            bean = StringUtils.hasText(bean) ? bean : null;
            namespace = StringUtils.hasText(namespace) ? namespace : null;
            transactionManager = StringUtils.hasText(transactionManager) ? transactionManager : null;
        }
    }

    /**
     * How stores are made ready.
     *
     * @param phase Moment of the start at which stores are validated or pushed.
     * @param dryRun Whether "setup: push" only logs what it would add.
     */
    public record Setup(
            @DefaultValue("application-runner") SetupPhase phase,
            @DefaultValue("false") boolean dryRun) {}

    /**
     * What is refused, and where.
     *
     * @param noPushProfiles Profiles in which an application with "setup: push" does not start.
     * @param forbiddenStores Addresses of stores that an application in a profile does not start with, by profile.
     */
    public record Guard(
            @DefaultValue({"prod", "production"}) List<String> noPushProfiles,
            @DefaultValue Map<String, List<String>> forbiddenStores) {}

    /**
     * How MongoDB is used.
     *
     * @param validators Whether collections are made with JSON schemas that refuse what others write and no model allows.
     */
    public record Mongo(@DefaultValue("false") boolean validators) {}

    /** Moments of the start. */
    public enum SetupPhase {
        /** In an application runner, before all others that say no order. */
        APPLICATION_RUNNER,
        /** After Flyway, Liquibase and SQL scripts, and before anything that uses a client. */
        INITIALIZATION
    }

    /** The settings as they are now, for code that runs before there are beans. */
    static FarmOrmProperties of(Environment environment) {
        return Binder.get(environment).bindOrCreate(PREFIX, FarmOrmProperties.class);
    }

    /** The settings of the schema bean, whatever case and punctuation its key is written in. */
    public SchemaProperties schema(String schemaBean) {
        return schemas.entrySet().stream()
                .filter(entry -> sameName(entry.getKey(), schemaBean))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(SchemaProperties.DEFAULT);
    }

    /** Environment variables come in lower case and without punctuation: {@code FARM_ORM_SCHEMAS_CONTROLPLANE_STORE}. */
    public static boolean sameName(String key, String bean) {
        return canonical(key).equals(canonical(bean));
    }

    private static String canonical(String name) {
        StringBuilder kept = new StringBuilder();
        name.chars().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    /** A line for application.properties that is one for application.yml too. */
    public static String line(String schemaBean, String setting, String value) {
        // Also plain: what stands for a name that is not known.
        boolean plain = schemaBean.matches("[A-Za-z0-9_-]+|<.*>");
        return PREFIX + ".schemas." + (plain ? schemaBean : "[" + schemaBean + "]") + "." + setting + ": " + value;
    }
}
