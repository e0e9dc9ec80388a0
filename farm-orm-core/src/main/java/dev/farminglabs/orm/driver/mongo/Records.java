package dev.farminglabs.orm.driver.mongo;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import dev.farminglabs.orm.driver.mongo.bson.Documents;
import dev.farminglabs.orm.driver.mongo.client.CommandLog;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The commands to one collection, each with the calling thread's session where there is one. One method, one command.
 *
 * @param collection the collection
 * @param session    the session of a transaction of this library's own, or null
 */
record Records(
        MongoCollection<BsonDocument> collection, @Nullable ClientSession session) {

    /** All of a result is read anyway, so it comes in as few batches as fit into messages. */
    private static final int BATCH = 100_000;

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    static Records of(MongoAccess access, String name) {
        return new Records(access.joined().getCollection(name, BsonDocument.class), access.session());
    }

    FindIterable<BsonDocument> find(BsonDocument condition) {
        BsonDocument filter = Documents.brief(condition);
        CommandLog.sent("find", collection, filter);
        FindIterable<BsonDocument> found = session == null ? collection.find(filter) : collection.find(session, filter);
        return found.batchSize(BATCH);
    }

    List<BsonDocument> aggregate(List<BsonDocument> stages) {
        CommandLog.sent("aggregate", collection, stages);
        AggregateIterable<BsonDocument> found =
                session == null ? collection.aggregate(stages) : collection.aggregate(session, stages);
        return found.batchSize(BATCH).into(new ArrayList<>());
    }

    /** Whether any record meets the condition. */
    boolean any(BsonDocument filter) {
        return find(filter).projection(Joins.identified(new BsonDocument())).first() != null;
    }

    void insert(BsonDocument document) {
        CommandLog.sent("insert", collection, document);
        if (session == null) {
            collection.insertOne(document);
        } else {
            collection.insertOne(session, document);
        }
    }

    void insert(List<BsonDocument> documents) {
        CommandLog.sent("insert", collection, documents);
        if (session == null) {
            collection.insertMany(documents);
        } else {
            collection.insertMany(session, documents);
        }
    }

    /** How many records were matched: one or none. */
    long updateOne(BsonDocument condition, BsonDocument update) {
        BsonDocument filter = Documents.brief(condition);
        CommandLog.sent("update", collection, filter, update);
        return (session == null ? collection.updateOne(filter, update) : collection.updateOne(session, filter, update))
                .getMatchedCount();
    }

    long updateMany(BsonDocument condition, BsonDocument update) {
        BsonDocument filter = Documents.brief(condition);
        CommandLog.sent("update", collection, filter, update);
        return (session == null
                        ? collection.updateMany(filter, update)
                        : collection.updateMany(session, filter, update))
                .getMatchedCount();
    }

    UpdateResult upsert(BsonDocument condition, BsonDocument update) {
        BsonDocument filter = Documents.brief(condition);
        CommandLog.sent("update", collection, filter, update);
        return session == null
                ? collection.updateOne(filter, update, UPSERT)
                : collection.updateOne(session, filter, update, UPSERT);
    }

    @Nullable
    BsonDocument findOneAndUpdate(BsonDocument condition, BsonDocument update, FindOneAndUpdateOptions options) {
        BsonDocument filter = Documents.brief(condition);
        CommandLog.sent("findAndModify", collection, filter, update);
        return session == null
                ? collection.findOneAndUpdate(filter, update, options)
                : collection.findOneAndUpdate(session, filter, update, options);
    }

    long deleteOne(BsonDocument condition) {
        BsonDocument filter = Documents.brief(condition);
        CommandLog.sent("delete", collection, filter);
        return (session == null ? collection.deleteOne(filter) : collection.deleteOne(session, filter))
                .getDeletedCount();
    }

    long deleteMany(BsonDocument condition) {
        BsonDocument filter = Documents.brief(condition);
        CommandLog.sent("delete", collection, filter);
        return (session == null ? collection.deleteMany(filter) : collection.deleteMany(session, filter))
                .getDeletedCount();
    }
}
