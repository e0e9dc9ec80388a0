package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.driver.mongo.MongoDriver;
import dev.farminglabs.orm.driver.mongo.ObservedMongo;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.StoreFixture;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.BsonDocument;

/** The commands that MongoDB is sent, as {@link MongoShape} shows them. */
final class SentToMongo implements Watched {

    private static final Pattern PLANNED = Pattern.compile("crement\\(|\\.(price|rate)\\.(?!set)|\\.update\\([A-Z]");

    private final ObservedMongo mongo = new ObservedMongo();

    @Override
    public StoreFixture fixture() {
        return new MongoFixture();
    }

    @Override
    public Object store() {
        return new MongoDriver(mongo.client, mongo.database);
    }

    @Override
    public List<String> of(Runnable work) {
        mongo.of(work);
        return mongo.bodies.stream()
                .map(BsonDocument::parse)
                .map(MongoShape::command)
                .toList();
    }

    @Override
    public boolean standIn() {
        return !MongoFixture.real();
    }

    /** A sum is guarded where it might not fit, a decimal may be beyond its field, and an upsert may be a single command. */
    @Override
    public boolean plansByValues(Call call) {
        return PLANNED.matcher(JavaText.call("orm", call)).find();
    }

    @Override
    public void close() {
        mongo.close();
    }
}
