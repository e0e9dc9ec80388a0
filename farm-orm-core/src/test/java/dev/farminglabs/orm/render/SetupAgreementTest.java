package dev.farminglabs.orm.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.Company;
import dev.farminglabs.orm.tck.H2Fixture;
import dev.farminglabs.orm.tck.Lives;
import dev.farminglabs.orm.tck.MariaDbFixture;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.PostgreSqlFixture;
import dev.farminglabs.orm.tck.Samples;
import dev.farminglabs.orm.tck.SqliteFixture;
import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.StorePlace;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What is written down is what a push would do. */
class SetupAgreementTest {

    private static final List<Schema> SCHEMAS = List.of(new Shop(), new Samples(), new Company(), new Lives());

    private static List<SetupStep> plan(Schema schema, StoreFixture fixture) {
        try (StorePlace place = fixture.open()) {
            return Setup.of(schema, place.store()).plan();
        }
    }

    @TestFactory
    Stream<DynamicTest> sql() {
        return Stream.of(new H2Fixture(), new SqliteFixture(), new PostgreSqlFixture(), new MariaDbFixture())
                .flatMap(fixture -> SCHEMAS.stream()
                        .map(schema -> DynamicTest.dynamicTest(schema.name() + " on " + fixture.name(), () -> {
                            SqlDialect dialect = SqlDialect.of(fixture.name().split(" ")[0]);
                            List<String> written = SchemaParts.fresh(ShopText.sources(schema), dialect.ddl()).stream()
                                    .map(Part::statement)
                                    .toList();
                            assertThat(written)
                                    .isEqualTo(plan(schema, fixture).stream()
                                            .map(SetupStep::statement)
                                            .toList());
                        })));
    }

    /** Then a push finds nothing missing, but for what the stand-in does not keep. */
    private static void run(List<BsonDocument> commands, Schema schema) {
        try (StorePlace place = new MongoFixture().open()) {
            MongoDatabase database = ((MongoDatabaseFactory) place.store()).getMongoDatabase();
            commands.forEach(database::runCommand);
            assertThat(Setup.of(schema, place.store()).plan()).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> mongo() {
        return SCHEMAS.stream()
                .map(schema -> DynamicTest.dynamicTest(schema.name(), () -> {
                    List<BsonDocument> written = MongoCommands.of(ShopText.sources(schema))
                            .lines()
                            .filter(line -> line.contains("db.runCommand("))
                            .map(line ->
                                    BsonDocument.parse(line.strip().replaceAll("^db.runCommand\\((.*)\\);$", "$1")))
                            .toList();
                    assertThat(written)
                            .containsExactlyInAnyOrderElementsOf(plan(schema, new MongoFixture()).stream()
                                    .map(step -> BsonDocument.parse(step.statement()))
                                    .toList());
                    run(written, schema);
                }));
    }
}
