package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoDataSources;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A schema on H2, as an application has it. */
@ExtendWith(OutputCaptureExtension.class)
class JdbcStoreTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withPropertyValues("spring.datasource.generate-unique-name=true")
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    FarmOrmAutoConfiguration.class))
            .withUserConfiguration(OneSchema.class);

    @Test
    void recordsAreKeptInTheDatabase() {
        context.withUserConfiguration(People.class).run(ready -> {
            ready.getBean(Setup.class).push();
            ready.getBean(People.class).add("ada@example.com");
            assertThat(rows(ready.getBean(DataSource.class))).isEqualTo(1);
            assertThat(ready.getBean(Capabilities.class).store()).containsIgnoringCase("h2");
        });
    }

    @Test
    void aDuplicateIsADuplicateInARepositoryToo() {
        context.withUserConfiguration(People.class).run(ready -> {
            ready.getBean(Setup.class).push();
            People people = ready.getBean(People.class);
            people.add("ada@example.com");
            Throwable failure = catchThrowable(() -> people.add("ada@example.com"));
            assertThat(failure).isInstanceOf(DuplicateKeyException.class).isInstanceOf(OrmError.class);
            assertThat(((OrmError) failure).violates(ControlPlane.USER.email)).isTrue();
        });
    }

    @Test
    void callsJoinTransactionalMethods() {
        context.withUserConfiguration(People.class).run(ready -> {
            ready.getBean(Setup.class).push();
            People people = ready.getBean(People.class);
            assertThatIllegalStateException().isThrownBy(() -> people.addAndFail("ada@example.com"));
            assertThat(rows(ready.getBean(DataSource.class))).isZero();
        });
    }

    @Test
    void callsJoinTransactionTemplates() {
        context.withUserConfiguration(People.class).run(ready -> {
            ready.getBean(Setup.class).push();
            People people = ready.getBean(People.class);
            JdbcTemplate jdbc = ready.getBean(JdbcTemplate.class);
            new TransactionTemplate(ready.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                people.add("ada@example.com");
                jdbc.update("insert into \"users\" (\"id\", \"email\", \"name\") values ('1', 'b', 'b')");
                assertThat(people.count()).isEqualTo(2);
                status.setRollbackOnly();
            });
            assertThat(rows(ready.getBean(DataSource.class))).isZero();
        });
    }

    @Test
    void theApplicationsOwnJdbcJoinsOurTransactions() {
        context.withUserConfiguration(People.class).run(ready -> {
            ready.getBean(Setup.class).push();
            OrmClient<?> orm = ready.getBean(OrmClient.class);
            JdbcTemplate jdbc = ready.getBean(JdbcTemplate.class);
            assertThatIllegalStateException()
                    .isThrownBy(() -> orm.transaction(tx -> {
                        jdbc.update("insert into \"users\" (\"id\", \"email\", \"name\") values ('1', 'b', 'b')");
                        throw new IllegalStateException("undo");
                    }));
            assertThat(rows(ready.getBean(DataSource.class))).isZero();
            assertThat(ready).hasSingleBean(PlatformTransactionManager.class);
        });
    }

    @Test
    void severalManagersOfOneDataSourceAreRefused() {
        context.withUserConfiguration(TwoManagers.class)
                .run(failed -> assertThat(
                                Fixtures.refusal(failed.getStartupFailure()).action())
                        .contains("farm.orm.schemas.controlPlane.transaction-manager: first"));
        context.withUserConfiguration(TwoManagers.class)
                .withPropertyValues("farm.orm.schemas.controlPlane.transaction-manager=second")
                .run(ready -> assertThat(ready).hasNotFailed());
    }

    @Test
    void thePrimaryDataSourceIsTakenUnlessAnotherIsNamed() {
        ApplicationContextRunner two =
                Fixtures.context().withUserConfiguration(OneSchema.class, TwoDataSources.class, People.class);
        two.run(ready -> {
            ready.getBean(Setup.class).push();
            ready.getBean(People.class).add("ada@example.com");
            assertThat(rows(ready.getBean("orders", DataSource.class))).isEqualTo(1);
        });
        two.withPropertyValues("farm.orm.schemas.controlPlane.bean=reports").run(ready -> {
            ready.getBean(Setup.class).push();
            ready.getBean(People.class).add("ada@example.com");
            assertThat(rows(ready.getBean("reports", DataSource.class))).isEqualTo(1);
        });
    }

    @Test
    void prefixAndNamingAreObeyed() {
        context.withPropertyValues("farm.orm.schemas.controlPlane.prefix=acme_").run(ready -> {
            ready.getBean(Setup.class).push();
            assertThat(new JdbcTemplate(ready.getBean(DataSource.class))
                            .queryForObject("select count(*) from \"acme_users\"", Integer.class))
                    .isZero();
        });
    }

    @Test
    void anApplicationPushesAndLaterValidates() {
        String url = "--spring.datasource.url=jdbc:h2:mem:push-then-validate;DB_CLOSE_DELAY=-1";
        try (ConfigurableApplicationContext pushed =
                SetupRunnerTest.run(Application.class, url, "--farm.orm.schemas.controlPlane.setup=push")) {
            assertThat(rows(pushed.getBean(DataSource.class))).isEqualTo(1);
        }
        try (ConfigurableApplicationContext validated =
                SetupRunnerTest.run(Application.class, url, "--farm.orm.schemas.controlPlane.setup=validate")) {
            assertThat(rows(validated.getBean(DataSource.class))).isEqualTo(2);
        }
    }

    @Test
    void validateEndsTheStartOnAnEmptyDatabase(CapturedOutput output) {
        Throwable failure = catchThrowable(() -> SetupRunnerTest.run(
                Application.class,
                "--spring.datasource.generate-unique-name=true",
                "--farm.orm.schemas.controlPlane.setup=validate"));
        assertThat(OrmError.in(failure))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo(OrmErrorCode.INVALID_SCHEMA));
        assertThat(output).contains("\n    farm.orm.schemas.controlPlane.setup: push");
    }

    @Test
    void aMissingTableInARunnerSaysHowToGetIt(CapturedOutput output) {
        Throwable failure = catchThrowable(
                () -> SetupRunnerTest.run(Application.class, "--spring.datasource.generate-unique-name=true"));
        assertThat(OrmError.in(failure))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo(OrmErrorCode.MISSING_TABLE));
        assertThat(output).contains("\n    farm.orm.schemas.controlPlane.setup: push");
    }

    private static int rows(DataSource dataSource) {
        Integer rows = new JdbcTemplate(dataSource).queryForObject("select count(*) from \"users\"", Integer.class);
        return rows == null ? -1 : rows;
    }

    @Repository
    static class People {
        final OrmClient<ControlPlane> orm;

        People(OrmClient<ControlPlane> orm) {
            this.orm = orm;
        }

        void add(String email) {
            orm.model(ControlPlane.USER)
                    .create(ControlPlane.USER.email.set(email), ControlPlane.USER.name.set("somebody"));
        }

        @Transactional
        void addAndFail(String email) {
            add(email);
            throw new IllegalStateException("undo");
        }

        long count() {
            return orm.model(ControlPlane.USER).count();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Application {
        @Bean
        ApplicationRunner add(OrmClient<ControlPlane> orm) {
            return arguments -> new People(orm).add("user-" + System.nanoTime() + "@example.com");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoManagers {
        @Bean
        PlatformTransactionManager first(DataSource dataSource) {
            return new org.springframework.jdbc.support.JdbcTransactionManager(dataSource);
        }

        @Bean
        PlatformTransactionManager second(DataSource dataSource) {
            return new org.springframework.jdbc.support.JdbcTransactionManager(dataSource);
        }
    }
}
