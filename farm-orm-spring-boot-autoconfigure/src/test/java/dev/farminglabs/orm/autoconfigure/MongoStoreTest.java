package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDataSource;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.transaction.TransactionManager;

/** Schemas on a MongoDB stand-in in this process. */
class MongoStoreTest {

    private static final String NAMESPACE = "farm.orm.schemas.controlPlane.namespace";

    private final ApplicationContextRunner context = Fixtures.context().withUserConfiguration(OneSchema.class);

    private final ApplicationContextRunner boots = context.withPropertyValues(
                    "spring.mongodb.uri=" + LocalMongo.address() + "/boot")
            .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class, DataMongoAutoConfiguration.class));

    @Test
    void recordsAreKeptInTheFactorysDatabaseUnderThePrefix() {
        boots.withPropertyValues("farm.orm.schemas.controlPlane.prefix=acme_").run(ready -> {
            assertThat(ready).hasNotFailed();
            ready.getBean(Setup.class).push();
            add(ready.getBean(OrmClient.class));
            assertThat(documents(ready.getBean(MongoClient.class), "boot", "acme_users"))
                    .isEqualTo(1);
            assertThat(ready.getBean(Capabilities.class).store()).isEqualTo("mongodb");
            assertThat(ready).doesNotHaveBean(TransactionManager.class);
        });
    }

    @Test
    void aFactoryIsTakenBeforeItsClient() {
        boots.run(ready -> assertThat(storeBean(ready.getBeanFactory())).isEqualTo("mongoDatabaseFactory"));
    }

    @Test
    void collectionsHaveValidatorsWhereTheyAreAskedFor() {
        boots.run(ready ->
                assertThat(ready.getBean(Setup.class).plan().toString()).doesNotContain("$jsonSchema"));
        boots.withPropertyValues("farm.orm.mongo.validators=true")
                .run(ready ->
                        assertThat(ready.getBean(Setup.class).plan().toString()).contains("$jsonSchema"));
    }

    @Test
    void aClientAloneIsTakenWithTheDatabaseThatIsNamed() {
        context.withUserConfiguration(OneClient.class)
                .withPropertyValues(NAMESPACE + "=named")
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    ready.getBean(Setup.class).push();
                    add(ready.getBean(OrmClient.class));
                    assertThat(documents(ready.getBean(MongoClient.class), "named", "users"))
                            .isEqualTo(1);
                });
    }

    @Test
    void oneClientServesADatabaseForEachSchema() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneClient.class)
                .withPropertyValues(NAMESPACE + "=lasting", "farm.orm.schemas.fastState.namespace=passing")
                .run(ready -> {
                    ready.getBean("fastStateSetup", Setup.class).push();
                    ready.getBean("fastStateOrmClient", OrmClient.class)
                            .model(FastState.SESSION)
                            .create(FastState.SESSION.token.set("t"));
                    MongoClient client = ready.getBean(MongoClient.class);
                    assertThat(documents(client, "passing", "sessions")).isEqualTo(1);
                    assertThat(documents(client, "lasting", "sessions")).isZero();
                });
    }

    @Test
    void aClientWithoutADatabaseIsRefusedWithTheLine() {
        context.withUserConfiguration(OneClient.class).run(failed -> {
            StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
            assertThat(refused.description())
                    .isEqualTo("Schema bean 'controlPlane' is on mongo bean 'client', a client with many databases, and"
                            + " none is named.");
            assertThat(refused.action()).endsWith("\n    farm.orm.schemas.controlPlane.namespace: <database>");
        });
    }

    @Test
    void aNamespaceForAFactoryIsRefused() {
        boots.withPropertyValues(NAMESPACE + "=other")
                .run(failed -> assertThat(
                                Fixtures.refusal(failed.getStartupFailure()).description())
                        .contains("'mongoDatabaseFactory', which knows its database, but the namespace 'other'"));
    }

    @Test
    void oneOfTwoDatabasesIsNamed() {
        ApplicationContextRunner two = context.withUserConfiguration(OneClient.class, TwoDatabases.class);
        two.run(failed -> assertThat(
                        Fixtures.refusal(failed.getStartupFailure()).action())
                .endsWith("\n    farm.orm.schemas.controlPlane.bean: orders"
                        + "\n    farm.orm.schemas.controlPlane.bean: reports"));
        two.withPropertyValues("farm.orm.schemas.controlPlane.bean=reports").run(ready -> {
            ready.getBean(Setup.class).push();
            add(ready.getBean(OrmClient.class));
            assertThat(documents(ready.getBean(MongoClient.class), "reports", "users"))
                    .isEqualTo(1);
        });
    }

    @Test
    void aClientBesideFactoriesIsTakenWhenItIsNamedWithItsKind() {
        context.withUserConfiguration(OneClient.class, TwoDatabases.class)
                .withPropertyValues(
                        "farm.orm.schemas.controlPlane.store=mongo",
                        "farm.orm.schemas.controlPlane.bean=client",
                        NAMESPACE + "=aside")
                .run(ready ->
                        assertThat(ready.getBean(Capabilities.class).store()).isEqualTo("mongodb"));
    }

    @Test
    void aManagerOfMongoIsNotTakenForTheDataSource() {
        boots.withUserConfiguration(OneDataSource.class, OneManager.class)
                .withPropertyValues("farm.orm.schemas.controlPlane.store=jdbc")
                .run(ready -> {
                    ready.getBean(Setup.class).push();
                    OrmClient<?> orm = ready.getBean(OrmClient.class);
                    assertThat(orm.<Long>transaction(
                                    tx -> tx.model(ControlPlane.USER).count()))
                            .isZero();
                });
    }

    @Test
    void jdbcAndMongoWithoutAWordAreRefusedWithALineForEach() {
        boots.withUserConfiguration(OneDataSource.class)
                .run(failed -> assertThat(
                                Fixtures.refusal(failed.getStartupFailure()).action())
                        .endsWith("\n    farm.orm.schemas.controlPlane.store: jdbc"
                                + "\n    farm.orm.schemas.controlPlane.store: mongo"));
        boots.withUserConfiguration(OneDataSource.class)
                .withPropertyValues("farm.orm.schemas.controlPlane.store=mongo")
                .run(ready ->
                        assertThat(ready.getBean(Capabilities.class).store()).isEqualTo("mongodb"));
    }

    @Test
    void nothingOfOursWaitsForTheServerBeforeTheFirstCall() {
        boots.withPropertyValues("spring.mongodb.uri=mongodb://127.0.0.1:1/boot?serverSelectionTimeoutMS=100")
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    ready.getBean(Setup.class);
                    OrmClient<?> orm = ready.getBean(OrmClient.class);
                    Throwable failure =
                            catchThrowable(() -> orm.model(ControlPlane.USER).count());
                    assertThat(OrmError.in(failure))
                            .hasValueSatisfying(
                                    error -> assertThat(error.code()).isEqualTo(OrmErrorCode.CONNECTION_FAILED));
                });
    }

    @Test
    void withoutMongosClassesThereIsNoMongoStore() {
        ApplicationContextRunner without = context.withClassLoader(new FilteredClassLoader(
                "com.mongodb", "org.springframework.data.mongodb", "org.springframework.boot.mongodb"));
        without.withUserConfiguration(OneDataSource.class)
                .run(ready ->
                        assertThat(ready.getBean(Capabilities.class).store()).isEqualTo("h2"));
        without.run(failed -> assertThat(
                        Fixtures.refusal(failed.getStartupFailure()).action())
                .contains("spring-boot-starter-data-redis", "spring-boot-starter-data-mongodb"));
    }

    @Test
    void aClientIsAStoreWithoutSpringData() {
        context.withClassLoader(new FilteredClassLoader("org.springframework.data"))
                .withUserConfiguration(OneClient.class)
                .withPropertyValues(NAMESPACE + "=plain")
                .run(ready ->
                        assertThat(ready.getBean(Capabilities.class).store()).isEqualTo("mongodb"));
    }

    private static void add(OrmClient<?> orm) {
        orm.model(ControlPlane.USER)
                .create(ControlPlane.USER.email.set("ada@example.com"), ControlPlane.USER.name.set("somebody"));
    }

    private static long documents(MongoClient client, String database, String collection) {
        return client.getDatabase(database).getCollection(collection).countDocuments(new Document());
    }

    private static Object storeBean(org.springframework.beans.factory.config.ConfigurableListableBeanFactory beans) {
        return beans.getBeanDefinition("controlPlaneOrmClient")
                .getConstructorArgumentValues()
                .getIndexedArgumentValues()
                .get(3)
                .getValue();
    }

    @Configuration(proxyBeanMethods = false)
    static class OneClient {
        @Bean
        MongoClient client() {
            return MongoClients.create(LocalMongo.address());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoDatabases {
        @Bean
        MongoDatabaseFactory orders(MongoClient client) {
            return new SimpleMongoClientDatabaseFactory(client, "orders");
        }

        @Bean
        MongoDatabaseFactory reports(MongoClient client) {
            return new SimpleMongoClientDatabaseFactory(client, "reports");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OneManager {
        @Bean
        MongoTransactionManager manager(MongoDatabaseFactory factory) {
            return new MongoTransactionManager(factory);
        }
    }
}
