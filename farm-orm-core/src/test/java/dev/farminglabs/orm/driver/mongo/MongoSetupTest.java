package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.Lives;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a push makes, what it finds, and what documents look like to others. */
class MongoSetupTest {

    private final MongoDatabase database = MongoFixture.client().getDatabase("setup_" + System.nanoTime());

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void theTimeRecordsEndHasAnIndexThatRemovesThem() {
        FarmOrm.pushSchema(new Lives(), database);
        assertThat(database.getCollection("passes").listIndexes())
                .anySatisfy(index -> assertThat(index)
                        .containsEntry("name", "farm_ttl_expires_at")
                        .containsEntry("expireAfterSeconds", 0));
        assertThat(database.getCollection("passes").listIndexes())
                .as("references are looked up")
                .anySatisfy(index -> assertThat(index).containsEntry("name", "farm_ix_owner_id"));
    }

    @Test
    void validatorsAreMadeWithTheCollectionsWhereTheyAreAskedFor() {
        MongoDriver plain = new MongoDriver(database);
        MongoDriver checking = plain.with(MongoOptions.DEFAULT.withValidators(true));
        assertThat(Setup.of(new Samples(), plain).plan())
                .noneMatch(step -> step.statement().contains("validator"));
        Setup setup = Setup.of(new Samples(), checking);
        Document validator = setup.plan().stream()
                .map(step -> Document.parse(step.statement()))
                .filter(command -> "samples".equals(command.get("create")))
                .map(command -> command.get("validator", Document.class).get("$jsonSchema", Document.class))
                .findFirst()
                .orElseThrow();
        assertThat(validator.getList("required", String.class)).contains("_id");
        Document properties = validator.get("properties", Document.class);
        assertThat(properties.get("_id", Document.class)).containsEntry("bsonType", List.of("string"));
        assertThat(properties.values())
                .as("what may be null may be there as null")
                .anySatisfy(property -> assertThat(((Document) property).getList("bsonType", String.class))
                        .contains("null"));
        setup.push();
        List<Difference> drift = setup.drift();
        assertThat(drift).allMatch(difference -> !difference.breaking());
        // the stand-in takes validators and forgets them
        assertThat(drift.isEmpty()).isEqualTo(MongoFixture.real());
    }

    @Test
    void dataInTheWayIsNamedAndCounted() {
        database.getCollection("document")
                .insertMany(List.of(
                        new Document("_id", "1").append("title", "secret"),
                        new Document("_id", "2").append("title", "secret"),
                        new Document("_id", "3").append("title", "other")));
        Throwable thrown = catchThrowable(() -> FarmOrm.pushSchema(new Samples(), database));
        assertThat(OrmError.in(thrown).orElseThrow().code()).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
        assertThat(thrown)
                .hasMessageContaining("[title]")
                .hasMessageContaining("1 of its values")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anIndexOfOthersServesAndNamesTheKey() {
        database.getCollection("document")
                .createIndex(
                        new Document("title", 1),
                        new com.mongodb.client.model.IndexOptions().unique(true).name("theirs"));
        OrmClient<Samples> orm = FarmOrm.bootstrap(new Samples(), database);
        orm.model(DOCUMENT).create(DOCUMENT.title.set("a"));
        Throwable thrown = catchThrowable(() -> orm.model(DOCUMENT).create(DOCUMENT.title.set("a")));
        assertThat(OrmError.in(thrown).orElseThrow().violates(DOCUMENT.title)).isTrue();
    }

    @Test
    void anIndexWithOtherOptionsIsDriftThatBreaks() {
        FarmOrm.pushSchema(new Samples(), database);
        database.getCollection("document").dropIndex("farm_uq_title");
        database.getCollection("document").createIndex(new Document("title", 1));
        assertThat(Setup.of(new Samples(), database).drift())
                .anyMatch(Difference::breaking)
                .anyMatch(difference -> difference.toString().contains("with other options"));
    }

    /** A key of two fields that may be null. */
    static final class Plot extends Model<Plot> {
        public final IdField<String> id = id();
        public final StringField street = string().nullable();
        public final NumberField<Integer> house = integer().nullable();

        public final Unique2<String, Integer> address = uniqueIfPresent(street, house);
    }

    /** An index of all records would keep two from having no street, and one of too few would keep nobody out. */
    @Test
    void anIndexOfOtherRecordsIsDriftThatBreaks() {
        Setup setup = Setup.of(Schema.of("plots", new Plot()), database);
        setup.push();
        assertThat(setup.drift()).isEmpty();
        MongoCollection<Document> plots = database.getCollection("plot");
        Document fields = new Document("street", 1).append("house", 1);
        Document there = new Document("$exists", true);
        plots.dropIndexes();
        plots.createIndex(fields, new IndexOptions().unique(true).name("whole"));
        assertThat(setup.drift()).singleElement().matches(Difference::breaking);
        plots.dropIndexes();
        plots.createIndex(
                fields,
                new IndexOptions().unique(true).name("fewer").partialFilterExpression(new Document("house", there)));
        assertThat(setup.drift()).singleElement().matches(Difference::breaking);
        plots.dropIndexes();
        plots.createIndex(
                fields,
                new IndexOptions()
                        .unique(true)
                        .name("same")
                        .partialFilterExpression(new Document("house", there).append("street", there)));
        assertThat(setup.drift()).isEmpty();
    }

    @Test
    void documentsLookLikeTheirModel() {
        OrmClient<Samples> orm = FarmOrm.bootstrap(new Samples(), database);
        orm.model(SAMPLE)
                .create(
                        SAMPLE.id.set("i"),
                        SAMPLE.label.set("l"),
                        SAMPLE.price.set(new BigDecimal("-99.5")),
                        SAMPLE.rate.set(new BigDecimal("1.50")),
                        SAMPLE.data.set(Map.of("a", List.of(1, 0.1, 5_000_000_000L, "x"))),
                        SAMPLE.any.set(Map.of("$gt", 1)));
        Document stored = database.getCollection("samples").find().first();
        assertThat(stored)
                .containsEntry("_id", "i")
                .containsEntry("rate", Decimal128.parse("1.5"))
                .containsEntry("data", new Document("a", List.of(1, 0.1, 5_000_000_000L, "x")))
                .as("what could be an operator is text")
                .containsEntry("any", new Document("%", "{\"$gt\":1}"))
                .doesNotContainKeys("id", "note");
        assertThat(stored.get("price", Document.class))
                .as("in plain digits")
                .containsEntry("w", Decimal128.parse("-100"))
                .containsEntry("f", Decimal128.parse("0.5"));
        assertThat(orm.model(SAMPLE).where(SAMPLE.any.eq(Map.of("$gt", 1))).count())
                .isEqualTo(1);
    }

    @Test
    void numbersOfOtherWritersAreRead() {
        OrmClient<Samples> orm = FarmOrm.bootstrap(new Samples(), database);
        orm.model(SAMPLE).create(SAMPLE.id.set("i"), SAMPLE.label.set("l"));
        database.getCollection("samples")
                .updateOne(
                        new Document(),
                        new Document(
                                "$set",
                                new Document("theAmount", 7.0).append("big", 8).append("price", 9.5)));
        var row = orm.model(SAMPLE).findFirst().orElseThrow();
        assertThat(row.get(SAMPLE.amount)).isEqualTo(7);
        assertThat(row.get(SAMPLE.big)).isEqualTo(8L);
        assertThat(row.get(SAMPLE.price)).isEqualTo(new BigDecimal("9.5"));
        database.getCollection("samples")
                .updateOne(new Document(), new Document("$set", new Document("theAmount", "x")));
        Throwable thrown = catchThrowable(() -> orm.model(SAMPLE).findFirst());
        assertThat(OrmError.in(thrown).orElseThrow().fields()).containsExactly("amount");
    }
}
