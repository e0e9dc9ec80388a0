package dev.farminglabs.orm.autoconfigure.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.FastState;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.RedisServers;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionManager;

/** Boot's own beans of JPA, JDBC and Redis, with clients beside them. The pool has one connection: nobody asks for two. */
class JpaAndRedisTest {

    /** Not one of Java's own, which JPA's translator takes for its own in a repository. */
    private static final RuntimeException FAILURE = new RuntimeException("undo");

    @Test
    void anEntityAndARecordAreCommittedTogether() {
        run(desk -> {
            desk.userAndNote("a");
            assertThat(desk.rows("users")).isEqualTo(1);
            assertThat(desk.rows("notes")).isEqualTo(1);
        });
    }

    @Test
    void anEntityAndARecordAreRolledBackTogether() {
        run(desk -> {
            assertThat(catchThrowable(() -> desk.userAndNoteAndThen("a", FAILURE)))
                    .isSameAs(FAILURE);
            assertThat(desk.rows("users")).isZero();
            assertThat(desk.rows("notes")).isZero();
        });
    }

    @Test
    void jpaJoinsTheTransactionOfAClient() {
        run(desk -> {
            assertThat(catchThrowable(() -> desk.insideOurs("a", FAILURE))).isSameAs(FAILURE);
            assertThat(desk.rows("notes")).isZero();
        });
    }

    @Test
    void redisKeepsWhatTheDatabaseRollsBack() {
        String name = UUID.randomUUID().toString();
        run(desk -> {
            assertThat(catchThrowable(() -> desk.userAndSessionAndThen(name, FAILURE)))
                    .isSameAs(FAILURE);
            assertThat(desk.rows("users")).isZero();
            assertThat(desk.sessions(name)).isEqualTo(1);
        });
    }

    @Test
    void ourExceptionsCarryTheirErrorThroughEveryTranslator() {
        run(desk -> {
            desk.addUser("a");
            Throwable duplicate = catchThrowable(() -> desk.addUser("a"));
            assertThat(duplicate).isInstanceOf(DuplicateKeyException.class).isInstanceOf(OrmError.class);
            assertThat(((OrmError) duplicate).code()).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
            String token = UUID.randomUUID().toString();
            desk.addSession(token);
            Throwable ofRedis = catchThrowable(() -> desk.addSession(token));
            assertThat(ofRedis).isInstanceOf(DuplicateKeyException.class).isInstanceOf(OrmError.class);
        });
    }

    @Test
    void otherPeoplesExceptionsAreWhatTheyWouldBeWithoutUs() {
        run(desk -> {
            assertForeign(catchThrowable(desk::badJdbc), BadSqlGrammarException.class);
            assertForeign(catchThrowable(desk::badRedis), DataAccessException.class);
            assertForeign(catchThrowable(desk::badJpa), InvalidDataAccessApiUsageException.class);
            UnsupportedOperationException own = new UnsupportedOperationException("the application's own");
            assertThat(catchThrowable(() -> desk.own(own))).isSameAs(own);
            DataAccessException springs = new DuplicateKeyException("somebody else's");
            assertThat(catchThrowable(() -> desk.own(springs))).isSameAs(springs);
        });
    }

    @Test
    void theManagerIsJpasAndTheOnlyOne() {
        context().run(ready -> {
            assertThat(ready).hasSingleBean(TransactionManager.class);
            assertThat(ready.getBean(TransactionManager.class)).isInstanceOf(JpaTransactionManager.class);
            assertThat(AopUtils.isAopProxy(ready.getBean(Desk.class))).isTrue();
        });
    }

    private static void assertForeign(@Nullable Throwable failure, Class<?> type) {
        assertThat(failure).isInstanceOf(type).isNotInstanceOf(OrmError.class);
    }

    private static void run(Consumer<Desk> test) {
        context().run(ready -> {
            assertThat(ready).hasNotFailed();
            ready.getBean("controlPlaneSetup", Setup.class).push();
            test.accept(ready.getBean(Desk.class));
        });
    }

    private static ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withPropertyValues(
                        "spring.datasource.generate-unique-name=true",
                        "spring.datasource.hikari.maximum-pool-size=1",
                        "spring.datasource.hikari.connection-timeout=2000",
                        "spring.jpa.hibernate.ddl-auto=create",
                        "spring.jpa.properties.hibernate.globally_quoted_identifiers=true",
                        "spring.data.redis.host=" + RedisServers.get().host(),
                        "spring.data.redis.port=" + RedisServers.get().port(),
                        "farm.orm.schemas.control-plane.store=jdbc",
                        "farm.orm.schemas.fast-state.store=redis",
                        "farm.orm.schemas.fast-state.prefix=jpa_")
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        HibernateJpaAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        PersistenceExceptionTranslationAutoConfiguration.class,
                        DataRedisAutoConfiguration.class,
                        FarmOrmAutoConfiguration.class))
                .withUserConfiguration(Application.class, Desk.class);
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class Application {
        @Bean
        ControlPlane controlPlane() {
            return new ControlPlane();
        }

        @Bean
        FastState fastState() {
            return new FastState();
        }
    }
}
