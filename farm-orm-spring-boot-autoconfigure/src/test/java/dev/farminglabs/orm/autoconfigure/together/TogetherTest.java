package dev.farminglabs.orm.autoconfigure.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.together.Registry.Seen;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionManager;

/** Four ways to one table in one transaction. The pool has one connection: nobody asks for two. */
class TogetherTest {

    /** Not one of Java's own, which JPA's translator takes for its own in a repository. */
    private static final RuntimeException FAILURE = new RuntimeException("undo");

    @Test
    void eachSeesWhatTheOthersWroteAndAllIsCommitted() {
        run(registry -> {
            assertThat(registry.addFour())
                    .containsExactly(
                            Seen.all("Ours"),
                            Seen.all("Hibernate", "Ours"),
                            Seen.all("Hibernate", "jOOQ", "Ours"),
                            Seen.all("Hibernate", "jOOQ", "MyBatis", "Ours"));
            assertThat(registry.seen()).isEqualTo(Seen.all("Hibernate", "jOOQ", "MyBatis", "Ours"));
        });
    }

    @Test
    void allIsRolledBack() {
        run(registry -> {
            assertThat(catchThrowable(() -> registry.addFourAndThen(FAILURE))).isSameAs(FAILURE);
            assertThat(registry.seen()).isEqualTo(Seen.all());
        });
    }

    @Test
    void theOthersJoinTheTransactionOfAClient() {
        run(registry -> {
            assertThat(catchThrowable(() -> registry.insideOurs(FAILURE))).isSameAs(FAILURE);
            assertThat(registry.seen()).isEqualTo(Seen.all());
        });
    }

    @Test
    void ourFailureUndoesWhatTheOthersWrote() {
        run(registry -> {
            Throwable failure = catchThrowable(registry::addFourAndOneTwice);
            assertThat(failure).isInstanceOf(DuplicateKeyException.class).isInstanceOf(OrmError.class);
            assertThat(((OrmError) failure).code()).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
            assertThat(registry.seen()).isEqualTo(Seen.all());
        });
    }

    @Test
    void thereIsOneDataSourceAndOneManager() {
        context().run(ready -> {
            assertThat(ready).hasSingleBean(DataSource.class).hasSingleBean(TransactionManager.class);
            assertThat(ready.getBean(TransactionManager.class)).isInstanceOf(JpaTransactionManager.class);
        });
    }

    private static void run(Consumer<Registry> test) {
        context().run(ready -> {
            assertThat(ready).hasNotFailed();
            ready.getBean("controlPlaneSetup", Setup.class).push();
            test.accept(ready.getBean(Registry.class));
        });
    }

    private static ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withPropertyValues(
                        "spring.datasource.generate-unique-name=true",
                        "spring.datasource.hikari.maximum-pool-size=1",
                        "spring.datasource.hikari.connection-timeout=2000",
                        // the table is ours to make
                        "spring.jpa.hibernate.ddl-auto=none",
                        "spring.jpa.properties.hibernate.globally_quoted_identifiers=true",
                        "farm.orm.schemas.control-plane.store=jdbc")
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        HibernateJpaAutoConfiguration.class,
                        JooqAutoConfiguration.class,
                        MybatisAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        FarmOrmAutoConfiguration.class))
                .withUserConfiguration(Application.class, Registry.class);
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class Application {
        @Bean
        ControlPlane controlPlane() {
            return new ControlPlane();
        }
    }
}
