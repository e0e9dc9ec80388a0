package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.driver.StoreInspector;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.Samples;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** What stands for a database, and what happens where MongoDB's classes are not there. */
class MongoStoreInspectorTest {

    /** Sees this library, and neither MongoDB's driver nor Spring Data. */
    private static final class WithoutMongo extends ClassLoader {
        WithoutMongo() {
            super(MongoStoreInspectorTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.mongodb.") || name.startsWith("org.bson.") || name.contains(".data.mongodb.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith(MongoDriver.class.getPackageName()) ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = java.util.Objects.requireNonNull(bytes).readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void recognisesFactoriesAndDatabases() {
        assertThat(FarmOrm.inspect(MongoFixture.client().getDatabase("x")).kind())
                .isEqualTo("mongodb");
        assertThat(FarmOrm.inspect(new SimpleMongoClientDatabaseFactory(MongoFixture.client(), "x"))
                        .supported())
                .isTrue();
        assertThat(FarmOrm.inspect(MongoFixture.client()).summary()).contains("name of a database");
    }

    @Test
    void aClientTakesTheNameOfADatabase() {
        String database = "named_" + System.nanoTime();
        FarmOrm.pushSchema(new Samples(), MongoFixture.client().getDatabase(database));
        var orm = FarmOrm.connect(new Samples(), MongoFixture.client(), database);
        orm.model(DOCUMENT).create(DOCUMENT.title.set("a"));
        assertThat(MongoFixture.client()
                        .getDatabase(database)
                        .getCollection("document")
                        .countDocuments())
                .isEqualTo(1);
        MongoFixture.client().getDatabase(database).drop();
        assertThatThrownBy(() -> FarmOrm.connect(new Samples(), "no client", "x"))
                .isInstanceOfSatisfying(
                        OrmError.class, e -> assertThat(e.code()).isEqualTo(OrmErrorCode.UNSUPPORTED));
    }

    @Test
    void loadsWithoutMongo() throws Exception {
        StoreInspector inspector = (StoreInspector) new WithoutMongo()
                .loadClass(MongoStoreInspector.class.getName())
                .getConstructor()
                .newInstance();
        assertThat(inspector.recognizes("text")).isFalse();
        assertThat(inspector.kind()).isEqualTo("mongodb");
    }
}
