package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.driver.mongo.ClientBetween;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.StoresRun;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/**
 * {@code @Transactional} with a {@code MongoTransactionManager}: on a replica set what is in the store afterwards, without one
 * how the session ends that the calls were made in.
 */
@ExtendWith(StoresRun.class)
class MongoTransactionalTest {

    private static final String HOLE =
            "@Transactional on MongoDB: that the server undoes what was written (only that its session is aborted is shown)";

    @Test
    void aMethodThatReturnsIsCommitted() {
        run((users, sessions) -> {
            users.addTwo("a", "b");
            assertThat(users.count()).isEqualTo(2);
            assertEnds(sessions, "commit");
        });
    }

    @Test
    void aMethodThatThrowsIsRolledBack() {
        run((users, sessions) -> {
            assertThatIllegalStateException().isThrownBy(() -> users.addTwoAndFail("a", "b"));
            assertEnds(sessions, "abort");
            if (MongoFixture.real()) {
                assertThat(users.count()).isZero();
            } else {
                StoresRun.hole(HOLE);
            }
        });
    }

    private static void assertEnds(ClientBetween sessions, String end) {
        if (!MongoFixture.real()) {
            assertThat(sessions.ends()).containsExactly(end);
        }
    }

    private static void run(BiConsumer<Users, ClientBetween> test) {
        String database = "transactional_" + UUID.randomUUID().toString().substring(0, 8);
        ClientBetween sessions = new ClientBetween();
        Fixtures.context()
                .withConfiguration(AutoConfigurations.of(
                        MongoAutoConfiguration.class,
                        DataMongoAutoConfiguration.class,
                        TransactionAutoConfiguration.class))
                .withPropertyValues("spring.mongodb.database=" + database)
                .withBean(
                        MongoClient.class,
                        () -> MongoFixture.real() ? MongoFixture.client() : sessions.before(MongoFixture.client()),
                        definition -> definition.setDestroyMethodName(""))
                .withUserConfiguration(OneSchema.class, Manager.class, Users.class)
                .run(ready -> {
                    ready.getBean(Setup.class).push();
                    try {
                        test.accept(ready.getBean(Users.class), sessions);
                    } finally {
                        MongoFixture.client().getDatabase(database).drop();
                    }
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Manager {
        @Bean
        MongoTransactionManager transactions(MongoDatabaseFactory factory) {
            return new MongoTransactionManager(factory);
        }
    }

    static class Users {
        private final OrmClient<ControlPlane> orm;

        Users(OrmClient<ControlPlane> orm) {
            this.orm = orm;
        }

        /** The second one joins by the client's own word. */
        @Transactional
        void addTwo(String one, String other) {
            add(orm, one);
            orm.<Boolean>transaction(tx -> {
                add(tx, other);
                return true;
            });
        }

        @Transactional
        void addTwoAndFail(String one, String other) {
            addTwo(one, other);
            throw new IllegalStateException("undo");
        }

        private static void add(OrmClient<?> orm, String email) {
            orm.model(ControlPlane.USER)
                    .create(ControlPlane.USER.email.set(email), ControlPlane.USER.name.set("somebody"));
        }

        long count() {
            return orm.model(ControlPlane.USER).count();
        }
    }
}
