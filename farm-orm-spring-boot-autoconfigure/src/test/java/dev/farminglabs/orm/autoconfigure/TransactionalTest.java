package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoClient;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What rolls back and what does not. */
class TransactionalTest {

    private final ApplicationContextRunner onJdbc = new ApplicationContextRunner()
            .withPropertyValues(
                    "spring.datasource.generate-unique-name=true",
                    "spring.datasource.hikari.maximum-pool-size=1",
                    "spring.datasource.hikari.connection-timeout=2000",
                    "farm.orm.schemas.control-plane.store=jdbc")
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    FarmOrmAutoConfiguration.class));

    private final ApplicationContextRunner onBoth = onJdbc.withPropertyValues(
                    "spring.mongodb.uri=" + LocalMongo.address() + "/transactional",
                    "farm.orm.schemas.fast-state.store=mongo")
            .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class, DataMongoAutoConfiguration.class));

    @Test
    void aPoolOfOneIsEnoughForEverythingInOneTransaction() {
        onJdbc.withUserConfiguration(OneSchema.class, Accounts.class).run(ready -> {
            ready.getBean(Setup.class).push();
            Accounts accounts = ready.getBean(Accounts.class);
            accounts.nested("a", "b");
            assertThat(accounts.count()).isEqualTo(2);
        });
    }

    @Test
    void anInnerTransactionThatFailsTakesTheOuterOneWithIt() {
        onJdbc.withUserConfiguration(OneSchema.class, Accounts.class).run(ready -> {
            ready.getBean(Setup.class).push();
            Accounts accounts = ready.getBean(Accounts.class);
            assertThatIllegalStateException().isThrownBy(() -> accounts.nestedAndFail("a", "b"));
            assertThat(accounts.count()).isZero();
        });
    }

    @Test
    void aTransactionOfAnotherDataSourceDoesNotTakeTheRecordsBack() {
        onJdbc.withUserConfiguration(TwoDatabases.class, OneSchema.class, Accounts.class)
                .withPropertyValues("farm.orm.schemas.control-plane.bean=orders")
                .run(ready -> {
                    ready.getBean(Setup.class).push();
                    Accounts accounts = ready.getBean(Accounts.class);
                    PlatformTransactionManager reports =
                            ready.getBean("reportsTransactions", PlatformTransactionManager.class);
                    new TransactionTemplate(reports).executeWithoutResult(status -> {
                        accounts.add("kept");
                        status.setRollbackOnly();
                    });
                    assertThat(accounts.count()).isEqualTo(1);
                    PlatformTransactionManager orders =
                            ready.getBean("ordersTransactions", PlatformTransactionManager.class);
                    new TransactionTemplate(orders).executeWithoutResult(status -> {
                        accounts.add("gone");
                        status.setRollbackOnly();
                    });
                    assertThat(accounts.count()).isEqualTo(1);
                });
    }

    @Test
    void mongoKeepsWhatTheDatabaseRollsBack() {
        onBoth.withUserConfiguration(TwoSchemas.class).run(ready -> {
            ready.getBean("controlPlaneSetup", Setup.class).push();
            emptyMongo(ready);
            OrmClient<?> users = ready.getBean("controlPlaneOrmClient", OrmClient.class);
            OrmClient<?> sessions = ready.getBean("fastStateOrmClient", OrmClient.class);
            assertThat(ready.getBean(TransactionManager.class)).isInstanceOf(JdbcTransactionManager.class);
            new TransactionTemplate(ready.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                users.model(ControlPlane.USER)
                        .create(ControlPlane.USER.email.set("a"), ControlPlane.USER.name.set("a"));
                sessions.model(FastState.SESSION).create(FastState.SESSION.token.set("t"));
                status.setRollbackOnly();
            });
            assertThat(users.model(ControlPlane.USER).count()).isZero();
            assertThat(sessions.model(FastState.SESSION).count()).isEqualTo(1);
        });
    }

    /** The server of these tests has no transactions: what is shown is that the refusal is ours and nothing was done. */
    @Test
    void aTransactionOnAMongoServerWithoutThemIsRefused() {
        onBoth.withUserConfiguration(TwoSchemas.class).run(ready -> {
            emptyMongo(ready);
            OrmClient<?> sessions = ready.getBean("fastStateOrmClient", OrmClient.class);
            Throwable refused = catchThrowable(() ->
                    sessions.transaction(tx -> tx.model(FastState.SESSION).create(FastState.SESSION.token.set("t"))));
            assertThat(OrmError.in(refused))
                    .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo(OrmErrorCode.UNSUPPORTED));
            assertThat(sessions.model(FastState.SESSION).count()).isZero();
        });
    }

    /** In the transaction of Spring's manager a call uses that transaction's session, which this server cannot serve. */
    @Test
    void aCallInsideAMongoTransactionJoinsItAndDoesNotSlipPastIt() {
        onBoth.withUserConfiguration(TwoSchemas.class, TwoManagers.class).run(ready -> {
            assertThat(ready).hasNotFailed();
            emptyMongo(ready);
            OrmClient<?> sessions = ready.getBean("fastStateOrmClient", OrmClient.class);
            PlatformTransactionManager mongo = ready.getBean("mongoTransactions", PlatformTransactionManager.class);
            Throwable failure = catchThrowable(() -> new TransactionTemplate(mongo).executeWithoutResult(status -> {
                sessions.model(FastState.SESSION).create(FastState.SESSION.token.set("t"));
                status.setRollbackOnly();
            }));
            assertThat(failure).isNotNull();
            assertThat(sessions.model(FastState.SESSION).count()).isZero();
        });
    }

    @Test
    void withAManagerForEachStoreEachKeepsItsOwn() {
        onBoth.withUserConfiguration(TwoSchemas.class, TwoManagers.class, Accounts.class)
                .run(ready -> {
                    ready.getBean("controlPlaneSetup", Setup.class).push();
                    Accounts accounts = ready.getBean(Accounts.class);
                    assertThatIllegalStateException().isThrownBy(() -> accounts.nestedAndFail("a", "b"));
                    assertThat(accounts.count()).isZero();
                    assertThat(ready.getBeanNamesForType(TransactionManager.class))
                            .containsExactlyInAnyOrder("jdbcTransactions", "mongoTransactions");
                });
    }

    private static void emptyMongo(AssertableApplicationContext ready) {
        ready.getBean(MongoClient.class).getDatabase("transactional").drop();
        ready.getBean("fastStateSetup", Setup.class).push();
    }

    static class Accounts {
        private final OrmClient<ControlPlane> orm;
        private final JdbcTemplate jdbc;

        Accounts(OrmClient<ControlPlane> orm, JdbcTemplate jdbc) {
            this.orm = orm;
            this.jdbc = jdbc;
        }

        void add(String email) {
            orm.model(ControlPlane.USER)
                    .create(ControlPlane.USER.email.set(email), ControlPlane.USER.name.set("somebody"));
        }

        @Transactional
        void nested(String outer, String inner) {
            add(outer);
            orm.transaction(tx -> {
                tx.model(ControlPlane.USER)
                        .create(ControlPlane.USER.email.set(inner), ControlPlane.USER.name.set("somebody"));
                return jdbc.queryForList("select 1 from \"users\"").size();
            });
        }

        @Transactional(propagation = Propagation.REQUIRED)
        void nestedAndFail(String outer, String inner) {
            nested(outer, inner);
            throw new IllegalStateException("undo");
        }

        long count() {
            return orm.model(ControlPlane.USER).count();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoManagers {
        @Bean
        @Primary
        JdbcTransactionManager jdbcTransactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        MongoTransactionManager mongoTransactions(MongoDatabaseFactory factory) {
            return new MongoTransactionManager(factory);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoDatabases {
        @Bean
        @Primary
        DataSource orders() {
            return Fixtures.h2();
        }

        @Bean
        DataSource reports() {
            return Fixtures.h2();
        }

        @Bean
        @Primary
        JdbcTransactionManager ordersTransactions(DataSource orders) {
            return new JdbcTransactionManager(orders);
        }

        @Bean
        JdbcTransactionManager reportsTransactions(
                @org.springframework.beans.factory.annotation.Qualifier("reports") DataSource reports) {
            return new JdbcTransactionManager(reports);
        }
    }
}
