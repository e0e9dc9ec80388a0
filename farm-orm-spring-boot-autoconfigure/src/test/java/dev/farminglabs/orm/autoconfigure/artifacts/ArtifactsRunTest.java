package dev.farminglabs.orm.autoconfigure.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.FastState;
import dev.farminglabs.orm.autoconfigure.Fixtures;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.autoconfigure.OrmClientCustomizer;
import dev.farminglabs.orm.autoconfigure.StartupRefusedException;
import dev.farminglabs.orm.autoconfigure.setup.FarmOrmSetupAutoConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.weaving.LoadTimeWeaverAware;

/** What the settings name is written or checked, and nothing else of an application is made. */
class ArtifactsRunTest {

    private static final String GENERATE = "farm.orm.artifacts.generate=";
    private static final String CHECK = "farm.orm.artifacts.check=";

    @TempDir
    Path directory;

    private static ApplicationContextRunner context(Class<?>... configurations) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        FarmOrmAutoConfiguration.class,
                        FarmOrmSetupAutoConfiguration.class,
                        FarmOrmArtifactsAutoConfiguration.class))
                .withUserConfiguration(configurations);
    }

    private String path(String name, String file) {
        return FarmOrmArtifactsProperties.TARGETS + name + ".path=" + directory.resolve(file);
    }

    private static String setting(String name, String setting) {
        return FarmOrmArtifactsProperties.TARGETS + name + "." + setting;
    }

    private ApplicationContextRunner all(Class<?>... configurations) {
        return context(configurations)
                .withPropertyValues(
                        path("sql", "schema.sql"),
                        setting("sql", "dialect=postgresql"),
                        path("prisma", "schema.prisma"),
                        setting("prisma", "dialect=postgresql"),
                        path("migration", "migrations"),
                        setting("migration", "dialect=h2"),
                        setting("migration", "description=first things"),
                        path("page", "models.md"),
                        setting("page", "tool=mermaid"));
    }

    private static void assertDone(ApplicationContextRunner runner) {
        runner.run(context -> assertThat(context).getFailure().isInstanceOf(ArtifactsDone.class));
    }

    private static void assertRefused(ApplicationContextRunner runner, String... parts) {
        runner.run(context -> assertThat(context)
                .getFailure()
                .isInstanceOf(StartupRefusedException.class)
                .hasMessageContainingAll(parts));
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anOrdinaryStartWritesNothing() {
        all(OneSchema.class, OneDriver.class)
                .withPropertyValues(GENERATE + "false", CHECK + "FALSE")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(OrmClient.class);
                    assertThat(directory).isEmptyDirectory();
                });
    }

    @Test
    void whatIsNamedIsWrittenAndThenUpToDate() throws IOException {
        ApplicationContextRunner application = all(OneSchema.class);
        assertRefused(application.withPropertyValues(CHECK), "4 of 4 artifacts are stale:", "schema.sql", "migrations");
        assertThat(directory).isEmptyDirectory();

        assertDone(application.withPropertyValues(GENERATE));
        assertThat(directory.resolve("migrations").toFile().list())
                .containsExactlyInAnyOrder("V1__first_things.sql", "farm-orm-snapshot.json");
        assertThat(read("schema.sql")).contains("create table \"users\"");
        assertThat(read("schema.prisma")).contains("model User {");
        assertThat(read("models.md")).contains("erDiagram");
        assertDone(application.withPropertyValues(CHECK));
        assertDone(application.withPropertyValues(GENERATE + "true"));

        Files.writeString(directory.resolve("models.md"), "by hand");
        assertRefused(
                application.withPropertyValues(CHECK + "true"),
                "1 of 4 artifacts are stale:\n    " + directory.resolve("models.md") + "\n",
                "\n    --farm.orm.artifacts.generate");
        assertThat(read("models.md")).isEqualTo("by hand");
        assertRefused(
                application.withPropertyValues(CHECK, "farm.orm.schemas.controlPlane.prefix=acme_"),
                "4 of 4 artifacts are stale:");
    }

    @Test
    void nothingElseIsMade() {
        assertDone(all(OneSchema.class, Untouchable.class).withPropertyValues(GENERATE));
        assertThat(directory.resolve("schema.sql")).exists();
    }

    @Test
    void namesAreThoseOfTheClients() {
        assertDone(all(OneSchema.class, Customized.class)
                .withPropertyValues(
                        GENERATE,
                        "farm.orm.naming=as-declared",
                        "farm.orm.schemas.control-plane.prefix=acme_",
                        "farm.orm.schemas.control-plane.namespace=platform"));
        assertThat(read("schema.sql")).contains("create table \"platform\".\"beta_users\"");
    }

    @Test
    void aSchemaIsWrittenForToolsOfItsStore() {
        ApplicationContextRunner application = all(TwoSchemas.class)
                .withPropertyValues(GENERATE, path("mongo", "collections.js"))
                .withPropertyValues(
                        "farm.orm.schemas.control-plane.store=jdbc", "farm.orm.schemas.fast-state.store=mongo");
        assertDone(application);
        assertThat(read("schema.sql")).contains("users").doesNotContain("sessions");
        assertThat(read("collections.js")).contains("sessions").doesNotContain("users");
        assertThat(read("models.md")).contains("sessions", "users");

        assertDone(application.withPropertyValues(setting("sql", "schemas=controlPlane,fast-state")));
        assertThat(read("schema.sql")).contains("users", "sessions");
    }

    @Test
    void twoModelsInOneTableAreRefusedNamingBothSchemas() {
        assertRefused(
                all(OneSchema.class, Twin.class).withPropertyValues(GENERATE),
                "The artifact '",
                "model impostor of schema twin",
                "are both in table users");
        assertThat(directory).isEmptyDirectory();
    }

    /** As in {@code SharedStoresTest}: one domain refers to a model of another, and lists it. */
    @Test
    void aModelThatTwoSchemasListIsOneTable() {
        assertDone(all(OneSchema.class, Guests.class).withPropertyValues(GENERATE));
        assertThat(read("schema.sql"))
                .containsOnlyOnce("create table \"users\"")
                .contains("\"guests\"");
        assertThat(read("schema.prisma")).containsOnlyOnce("@@map(\"users\")");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        ApplicationContextRunner application = context(TwoSchemas.class).withPropertyValues(GENERATE);
        assertRefused(application, "There is no artifact", "farm.orm.artifacts.targets.sql.path: <file>");
        ApplicationContextRunner sql = application.withPropertyValues(path("sql", "x.sql"));
        assertRefused(sql, "The artifact 'sql'", "no dialect", ".dialect: <one of h2, postgresql");
        assertRefused(
                sql.withPropertyValues(setting("sql", "dialect=postgres")),
                "There is no SQL dialect called postgres. Did you mean postgresql?",
                "farm.orm.artifacts.targets.sql.dialect: <dialect>");
        assertRefused(application.withPropertyValues(setting("sql", "dialect=h2")), "it has no path", ".path: <path>");
        ApplicationContextRunner good = sql.withPropertyValues(setting("sql", "dialect=h2"));
        assertRefused(
                good.withPropertyValues(path("prism", "x")),
                "there is no tool called prism. Did you mean prisma?",
                ".tool: <one of sql, liquibase, migration");
        assertRefused(good.withPropertyValues(path("mermaid", "./x.sql")), "its path is that of 'sql'");
        assertRefused(
                good.withPropertyValues(setting("sql", "schemas=fastStat")),
                "there is no schema bean 'fastStat'. Did you mean fastState?");
        assertRefused(
                good.withPropertyValues(
                        "farm.orm.schemas.control-plane.store=redis", "farm.orm.schemas.fast-state.store=mongo"),
                "no schema bean is on a store that it is for");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void misspeltSchemasAndTwoTasksAtOnceAreRefused() {
        all(OneSchema.class)
                .withPropertyValues(GENERATE, "farm.orm.schemas.kontrol-plane.prefix=x_")
                .run(context -> assertThat(Fixtures.refusal(context.getStartupFailure()))
                        .hasMessageContaining("farm.orm.schemas.kontrol-plane"));
        all(OneSchema.class)
                .withPropertyValues(GENERATE, CHECK)
                .run(context -> assertThat(Fixtures.refusal(context.getStartupFailure()))
                        .hasMessageContaining("written and to be checked"));
    }

    /** Ends the process with 0, and leaves every other failure to Spring Boot. */
    @Test
    void onlyAnEndWithoutFaultIsAnExit() {
        List<Integer> exits = new ArrayList<>();
        ExitWhenDone exit = new ExitWhenDone(exits::add);
        for (Throwable failure : List.of(
                new IllegalStateException(), new StartupRefusedException("stale", "write"), new ArtifactsDone())) {
            exit.onApplicationEvent(new ApplicationFailedEvent(new SpringApplication(), new String[0], null, failure));
        }
        assertThat(exits).containsExactly(0);
    }

    /** Beans that a start may not even touch. */
    @Configuration(proxyBeanMethods = false)
    static class Untouchable {

        @Bean
        DataSource dataSource() {
            throw new AssertionError("a store is made");
        }

        @Bean
        OrmUser user(OrmClient<ControlPlane> orm) {
            throw new AssertionError("a bean is made");
        }

        @Bean
        SmartLifecycle listener() {
            throw new AssertionError("something is started");
        }

        @Bean
        LoadTimeWeaverAware entityManagerFactory() {
            throw new AssertionError("JPA is made");
        }
    }

    record OrmUser(String name) {}

    @Configuration(proxyBeanMethods = false)
    static class Customized {

        @Bean
        OrmClientCustomizer beta() {
            return (schemaBean, builder) -> builder.prefix("beta_");
        }
    }

    static final class Impostor extends Model<Impostor> {
        public final IdField<String> id = id();

        Impostor() {
            super("users");
        }
    }

    static final class Guest extends Model<Guest> {
        public final IdField<String> id = id();
        public final StringField userId = string().references(() -> ControlPlane.USER.id);

        Guest() {
            super("guests");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Guests {

        @Bean
        Schema guests() {
            return Schema.of("guests", ControlPlane.USER, new Guest());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Twin {

        @Bean
        Schema twin() {
            return Schema.of("twin", new Impostor());
        }

        @Bean
        FastState fastState() {
            return new FastState();
        }
    }
}
