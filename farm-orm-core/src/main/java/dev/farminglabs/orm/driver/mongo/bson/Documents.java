package dev.farminglabs.orm.driver.mongo.bson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Short names for the documents commands are made of. */
public final class Documents {

    /** The name of this store in failures and capabilities. */
    public static final String STORE = "mongodb";

    /** The number 0. */
    public static final BsonInt32 ZERO = new BsonInt32(0);
    /** The number 1, which also means: this field. */
    public static final BsonInt32 ONE = new BsonInt32(1);

    /** A condition no record meets. */
    public static BsonDocument none() {
        return doc("_id", doc("$in", new BsonArray()));
    }

    /** A document of one field. */
    public static BsonDocument doc(String key, BsonValue value) {
        return new BsonDocument(key, value);
    }

    /** An array of those values. */
    public static BsonArray array(BsonValue... values) {
        return new BsonArray(List.of(values));
    }

    /** An array of those values. */
    public static BsonArray array(List<? extends BsonValue> values) {
        return new BsonArray(values);
    }

    /** A text. */
    public static BsonString text(String text) {
        return new BsonString(text);
    }

    /** The value of a field in an expression. */
    public static BsonString path(String field) {
        return new BsonString("$" + field);
    }

    /** The value of a field in an expression; null where it is not there. */
    public static BsonDocument pathOrNull(String field) {
        return doc("$ifNull", array(path(field), BsonNull.VALUE));
    }

    /**
     * A condition that asks each field for one value, said without operators: the stand-in for tests finds the record by an
     * index then, as a server does either way. Any other condition as it is.
     */
    public static BsonDocument brief(BsonDocument condition) {
        BsonDocument values = new BsonDocument();
        for (Map.Entry<String, BsonValue> asked : condition.entrySet()) {
            BsonValue value = only(asked.getValue());
            if (value == null) {
                return condition;
            }
            values.append(asked.getKey(), value);
        }
        return values;
    }

    /** The value that is asked for; null for other questions, and for a value that means something else without its operator. */
    private static @Nullable BsonValue only(BsonValue asked) {
        BsonValue value = asked.isDocument() && asked.asDocument().size() == 1
                ? asked.asDocument().get("$eq")
                : null;
        boolean other =
                value == null || value.isDocument() || value.isArray() || value.isRegularExpression() || value.isNull();
        return other ? null : value;
    }

    /** The condition that a field is not there. */
    public static BsonDocument absent(String field) {
        return doc(field, doc("$eq", BsonNull.VALUE));
    }

    /** The condition that a field is there. */
    public static BsonDocument given(String field) {
        return doc(field, doc("$ne", BsonNull.VALUE));
    }

    /** The step that leaves what meets the condition. */
    public static BsonDocument match(BsonDocument condition) {
        return doc("$match", brief(condition));
    }

    /** All of the conditions; the empty document where there are none. */
    public static BsonDocument all(BsonDocument... conditions) {
        return all(List.of(conditions));
    }

    public static BsonDocument all(List<BsonDocument> conditions) {
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
