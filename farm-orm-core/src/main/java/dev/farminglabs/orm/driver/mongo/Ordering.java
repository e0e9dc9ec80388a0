package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.ONE;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.ZERO;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.array;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.path;

import dev.farminglabs.orm.operation.Sort;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;

/**
 * An order as the server takes it. It puts nulls first ascending and last descending, as this library does unless told
 * otherwise; where it is told otherwise, a computed key comes before the field's own.
 */
final class Ordering {

    private static final BsonInt32 DOWN = new BsonInt32(-1);

    private final Names names;
    private final List<Sort> sorts;

    Ordering(Names names, List<Sort> sorts) {
        this.names = names;
        this.sorts = sorts;
    }

    private static boolean computed(Sort sort) {
        return sort.field().nullable() && sort.nullsFirst() == sort.descending();
    }

    private static String computedKey(int index) {
        return "__n" + index;
    }

    /** Whether a find can sort that way. */
    boolean plain() {
        return sorts.stream().noneMatch(Ordering::computed);
    }

    /** The sort keys, where the fields of the record stand behind that prefix. */
    BsonDocument keys(String prefix) {
        BsonDocument keys = new BsonDocument();
        for (int i = 0; i < sorts.size(); i++) {
            Sort sort = sorts.get(i);
            if (computed(sort)) {
                keys.append(prefix + computedKey(i), ONE);
            }
            keys.append(prefix + names.key(sort.field()), sort.descending() ? DOWN : ONE);
        }
        return keys;
    }

    /** The steps that compute keys; to come before the sort. */
    List<BsonDocument> computing() {
        BsonDocument added = new BsonDocument();
        for (int i = 0; i < sorts.size(); i++) {
            Sort sort = sorts.get(i);
            if (computed(sort)) {
                BsonDocument there = doc("$gt", array(path(names.key(sort.field())), BsonNull.VALUE));
                boolean first = sort.nullsFirst();
                added.append(computedKey(i), doc("$cond", array(there, first ? ONE : ZERO, first ? ZERO : ONE)));
            }
        }
        return added.isEmpty() ? List.of() : List.of(doc("$addFields", added));
    }

    /** The steps that sort. */
    List<BsonDocument> stages() {
        List<BsonDocument> stages = new ArrayList<>();
        if (!sorts.isEmpty()) {
            stages.addAll(computing());
            stages.add(doc("$sort", keys("")));
        }
        return stages;
    }

    /** The names of the keys, computed ones included. */
    List<String> fields() {
        return List.copyOf(keys("").keySet());
    }
}
