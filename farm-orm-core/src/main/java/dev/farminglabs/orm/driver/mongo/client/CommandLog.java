package dev.farminglabs.orm.driver.mongo.client;

import com.mongodb.client.MongoCollection;
import dev.farminglabs.orm.driver.SentStatements;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which commands are sent: at DEBUG with the names of fields and a question mark for each value, at TRACE as they are.
 * The keys of a JSON value are part of the value, so only what stands below an operator of ours is looked into.
 */
public final class CommandLog {

    private static final Logger LOG = LoggerFactory.getLogger("dev.farminglabs.orm.mongo");

    /** Below these stand names of fields again. */
    private static final Set<String> OF_FIELDS =
            Set.of("$and", "$or", "$nor", "$set", "$unset", "$setOnInsert", "$inc", "$min", "$max", "$mul");

    /** A command with these documents: a condition, what changes, or a record. */
    public static void sent(String command, MongoCollection<?> collection, BsonDocument... documents) {
        if (listened()) {
            say(
                    command,
                    collection,
                    Arrays.stream(documents).map(CommandLog::shape).collect(Collectors.joining(" ")));
            if (LOG.isTraceEnabled()) {
                LOG.trace("with {}", Arrays.toString(documents));
            }
        }
    }

    /** The stages of an aggregation by their names, many documents by their number. */
    public static void sent(String command, MongoCollection<?> collection, List<BsonDocument> documents) {
        if (listened()) {
            boolean stages = command.equals("aggregate");
            Object what = stages
                    ? documents.stream().map(BsonDocument::getFirstKey).toList()
                    : documents.size() + " documents";
            say(command, collection, what);
            LOG.trace("with {}", documents);
        }
    }

    private static boolean listened() {
        return LOG.isDebugEnabled() || SentStatements.heard();
    }

    private static void say(String command, MongoCollection<?> collection, Object what) {
        String text = command + " " + name(collection) + " " + what;
        LOG.debug("{}", text);
        SentStatements.tell(text);
    }

    private static String name(MongoCollection<?> collection) {
        return collection.getNamespace().getCollectionName();
    }

    /** The document without its values. */
    static String shape(BsonDocument document) {
        return document.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + shape(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String shape(String key, BsonValue value) {
        if (!OF_FIELDS.contains(key)) {
            return "?";
        }
        if (value instanceof BsonArray array) {
            return array.stream()
                    .map(each -> each instanceof BsonDocument document ? shape(document) : "?")
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof BsonDocument document ? shape(document) : "?";
    }

    private CommandLog() {}
}
