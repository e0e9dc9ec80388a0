package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.ONE;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.all;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.mongo.bson.Documents;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Carries change plans out. Used for one write. */
final class UpdateRunner {

    private static final int ATTEMPTS = 100;

    private final Names names;
    private final ModelDefinition model;
    private final Records records;
    private final List<FieldDefinition> returning;
    private boolean begun;

    UpdateRunner(Names names, ModelDefinition model, Records records, List<FieldDefinition> returning) {
        this.names = names;
        this.model = model;
        this.records = records;
        this.returning = returning;
    }

    /** What is read of a changed record. */
    BsonDocument projection() {
        BsonDocument projection = new BsonDocument();
        returning.forEach(field -> projection.append(names.key(field), ONE));
        return Joins.identified(projection);
    }

    /** Whether a record was changed, also where a later step failed. */
    boolean begun() {
        return begun;
    }

    /** Changes the one record that meets the condition, in one command unless a sum might not fit. */
    Written one(BsonDocument filter, ChangePlan plan) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            for (ChangePlan.Variant variant : plan.variants()) {
                Written written = change(all(filter, variant.condition()), variant.update());
                if (written.outcome() != Outcome.NOTHING) {
                    return written;
                }
            }
            if (plan.certain() || !records.any(filter)) {
                return Written.NOTHING;
            }
            refuseOverflow(filter, plan);
            // it was changed between the variants
        }
        throw MongoErrors.contended(model);
    }

    private Written change(BsonDocument filter, BsonDocument update) {
        if (returning.isEmpty()) {
            long matched = records.updateOne(filter, update);
            begun |= matched > 0;
            return matched == 0 ? Written.NOTHING : new Written(Outcome.UPDATED, matched, List.of());
        }
        BsonDocument changed = records.findOneAndUpdate(
                filter,
                update,
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(projection()));
        begun |= changed != null;
        return changed == null ? Written.NOTHING : shown(changed);
    }

    /** A record as it is, as an update without changes. */
    Written found(BsonDocument filter) {
        BsonDocument found = records.find(filter).projection(projection()).first();
        return found == null ? Written.NOTHING : shown(found);
    }

    private Written shown(BsonDocument document) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (!returning.isEmpty()) {
            rows.add(new RowReader(names).row(returning, document));
        }
        return new Written(Outcome.UPDATED, 1, rows);
    }

    /** Changes all records that meet the condition. Each of them is changed atomically. */
    Written many(BsonDocument filter, ChangePlan plan) {
        refuseOverflow(filter, plan);
        if (plan.carries() || !returning.isEmpty()) {
            return oneByOne(filter, plan);
        }
        long matched = 0;
        for (ChangePlan.Variant variant : plan.variants()) {
            matched += records.updateMany(all(filter, variant.condition()), variant.update());
            begun |= matched > 0;
        }
        return matched == 0 ? Written.NOTHING : new Written(Outcome.UPDATED, matched, List.of());
    }

    private Written oneByOne(BsonDocument filter, ChangePlan plan) {
        long matched = 0;
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (BsonValue id : ids(filter, 0)) {
            Written written = one(all(Documents.doc(Names.ID, Documents.doc("$eq", id)), filter), plan);
            matched += written.count();
            rows.addAll(written.rows());
        }
        return matched == 0 ? Written.NOTHING : new Written(Outcome.UPDATED, matched, rows);
    }

    /** The ids of records that meet the condition, at most so many; 0 for all. */
    List<BsonValue> ids(BsonDocument filter, int limit) {
        List<BsonValue> ids = new ArrayList<>();
        for (BsonDocument found : records.find(filter)
                .projection(Joins.identified(new BsonDocument()))
                .limit(limit)) {
            ids.add(found.get(Names.ID));
        }
        return ids;
    }

    private void refuseOverflow(BsonDocument filter, ChangePlan plan) {
        BsonDocument overflow = plan.overflow();
        if (overflow != null && records.any(all(filter, overflow))) {
            throw MongoErrors.tooLarge(model);
        }
    }
}
