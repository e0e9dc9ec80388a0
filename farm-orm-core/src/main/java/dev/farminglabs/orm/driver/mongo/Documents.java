package dev.farminglabs.orm.driver.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Short names for the documents commands are made of. */
final class Documents {

    static final BsonInt32 ZERO = new BsonInt32(0);
    static final BsonInt32 ONE = new BsonInt32(1);

    /** A condition no record meets. */
    static BsonDocument none() {
        return doc("_id", doc("$in", new BsonArray()));
    }

    static BsonDocument doc(String key, BsonValue value) {
        return new BsonDocument(key, value);
    }

    static BsonArray array(BsonValue... values) {
        return new BsonArray(List.of(values));
    }

    static BsonArray array(List<? extends BsonValue> values) {
        return new BsonArray(values);
    }

    static BsonString text(String text) {
        return new BsonString(text);
    }

    /** The value of a field in an expression. */
    static BsonString path(String field) {
        return new BsonString("$" + field);
    }

    /** The value of a field in an expression; null where it is not there. */
    static BsonDocument pathOrNull(String field) {
        return doc("$ifNull", array(path(field), BsonNull.VALUE));
    }

    static BsonDocument absent(String field) {
        return doc(field, doc("$eq", BsonNull.VALUE));
    }

    static BsonDocument given(String field) {
        return doc(field, doc("$ne", BsonNull.VALUE));
    }

    static BsonDocument match(BsonDocument condition) {
        return doc("$match", condition);
    }

    /** All of the conditions; the empty document where there are none. */
    static BsonDocument all(BsonDocument... conditions) {
        return all(List.of(conditions));
    }

    static BsonDocument all(List<BsonDocument> conditions) {
        List<BsonDocument> parts = new ArrayList<>(conditions.size());
        for (BsonDocument condition : conditions) {
            if (!condition.isEmpty()) {
                parts.add(condition);
            }
        }
        return switch (parts.size()) {
            case 0 -> new BsonDocument();
            case 1 -> parts.get(0);
            default -> merged(parts);
        };
    }

    /** One document where all keys differ, which is what people and the query planner like best. */
    private static BsonDocument merged(List<BsonDocument> parts) {
        BsonDocument merged = new BsonDocument();
        int keys = 0;
        for (BsonDocument part : parts) {
            merged.putAll(part);
            keys += part.size();
        }
        return merged.size() == keys ? merged : doc("$and", array(parts));
    }

    private Documents() {}
}
