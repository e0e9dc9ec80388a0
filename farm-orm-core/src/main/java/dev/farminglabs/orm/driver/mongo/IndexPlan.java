package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.ONE;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.text;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.IndexDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.mongo.bson.Documents;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;

/**
 * An index the schema wants.
 *
 * @param name    its name
 * @param keys    the names of its fields, most significant first
 * @param unique  whether it keeps a unique key
 * @param present the fields a record must have to be in it; none for all records
 * @param expiry  whether it lets the server remove records past their time
 */
record IndexPlan(String name, List<String> keys, boolean unique, List<String> present, boolean expiry) {

    private static final String FILTER = "partialFilterExpression";

    /** All indexes of a model but the one of its id: keys, declared ones, references, and the time records end. */
    static List<IndexPlan> of(Names names, ModelDefinition model) {
        List<IndexPlan> plans = new ArrayList<>();
        for (UniqueDefinition unique : model.uniques()) {
            if (!unique.isId()) {
                List<FieldDefinition> nullable = unique.fields().stream()
                        .filter(FieldDefinition::nullable)
                        .toList();
                plans.add(new IndexPlan(
                        names.index(unique), keys(names, unique.fields()), true, keys(names, nullable), false));
            }
        }
        for (IndexDefinition index : model.indexes()) {
            add(plans, plain(names, index.fields()));
        }
        FieldDefinition expiry = model.with(FieldRole.EXPIRY);
        if (expiry != null) {
            String key = names.key(expiry);
            plans.add(new IndexPlan("farm_ttl_" + key, List.of(key), false, List.of(), true));
        }
        for (FieldDefinition field : model.fields()) {
            if (field.reference() != null && !field.is(FieldRole.ID)) {
                add(plans, plain(names, List.of(field)));
            }
        }
        return plans;
    }

    private static IndexPlan plain(Names names, List<FieldDefinition> fields) {
        return new IndexPlan("farm_ix_" + names.keys(fields), keys(names, fields), false, List.of(), false);
    }

    /** An index that begins with the same fields serves as well. */
    private static void add(List<IndexPlan> plans, IndexPlan plan) {
        for (IndexPlan other : plans) {
            boolean begins = other.keys.size() >= plan.keys.size()
                    && other.keys.subList(0, plan.keys.size()).equals(plan.keys);
            if (begins && other.present.isEmpty()) {
                return;
            }
        }
        plans.add(plan);
    }

    private static List<String> keys(Names names, List<FieldDefinition> fields) {
        return fields.stream().map(names::key).toList();
    }

    BsonDocument key() {
        BsonDocument key = new BsonDocument();
        keys.forEach(field -> key.append(field, ONE));
        return key;
    }

    /** One field that may be absent makes a sparse index, which the server keeps smaller; several need a partial one. */
    private boolean sparse() {
        return keys.size() == 1 && !present.isEmpty();
    }

    /** Which records are in it. */
    private BsonDocument filter() {
        BsonDocument filter = new BsonDocument();
        present.forEach(field -> filter.append(field, doc("$exists", BsonBoolean.TRUE)));
        return filter;
    }

    /** The index as the server takes it. */
    BsonDocument document() {
        BsonDocument document = doc("key", key()).append("name", text(name));
        if (unique) {
            document.append("unique", BsonBoolean.TRUE);
        }
        if (sparse()) {
            document.append("sparse", BsonBoolean.TRUE);
        } else if (!present.isEmpty()) {
            document.append(FILTER, filter());
        }
        if (expiry) {
            document.append("expireAfterSeconds", Documents.ZERO);
        }
        return document;
    }

    /** Whether an index that is there does the same, whatever its name. */
    boolean met(BsonDocument found) {
        if (!found.getDocument("key").equals(key())) {
            return false;
        }
        boolean sameTime = found.containsKey("expireAfterSeconds") == expiry;
        boolean sameRule = flag(found, "unique") == unique;
        return sameTime && sameRule && sameRecords(found) && !found.containsKey("collation");
    }

    /** An index that is no unique key may leave records out: what it does not hold is only found more slowly. */
    private boolean sameRecords(BsonDocument found) {
        boolean sparse = flag(found, "sparse");
        BsonDocument filter = found.getDocument(FILTER, new BsonDocument());
        if (sparse() && sparse) {
            return filter.isEmpty();
        }
        return !unique || (!sparse && filter.equals(filter()));
    }

    /** Whether an index that is there keeps that key without {@code live()}: one of before the model said it. */
    static boolean ofBefore(Names names, UniqueDefinition key, BsonDocument found) {
        List<String> columns = List.copyOf(found.getDocument("key").keySet());
        return key.ofLive() && flag(found, "unique") && columns.equals(keys(names, key.declared()));
    }

    private static boolean flag(BsonDocument found, String name) {
        return found.getBoolean(name, BsonBoolean.FALSE).getValue();
    }

    /** For people. */
    String what() {
        return (unique ? "unique key " : expiry ? "expiry index " : "index ") + keys;
    }
}
