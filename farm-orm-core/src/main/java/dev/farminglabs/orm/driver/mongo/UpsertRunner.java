package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.all;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.array;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;

import com.mongodb.MongoException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.mongo.bson.Documents;
import dev.farminglabs.orm.driver.mongo.bson.FieldValues;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Creates or changes the record of a unique key. Where what is created and what is changed agree, that is one command.
 * Elsewhere a change is tried, then a creation; each is atomic, the unique index lets one creator through, and whoever loses
 * begins anew. A record past its time is removed first, which nobody can notice.
 */
final class UpsertRunner {

    /** Each one that fails means that another call got something done meanwhile. */
    private static final int ATTEMPTS = 200;

    private final Names names;
    private final MongoAccess access;
    private final Write.Upsert upsert;
    private final WriteRunner writes;
    private final Arguments arguments;
    private final Records records;
    private final UpdateRunner updates;
    private final BsonDocument document;
    private final BsonDocument key;
    private final BsonDocument dead;
    private final BsonDocument alive;

    UpsertRunner(Names names, Arguments arguments, MongoAccess access, Write.Upsert upsert, WriteRunner writes) {
        this.names = names;
        this.access = access;
        this.upsert = upsert;
        this.writes = writes;
        this.arguments = arguments;
        this.records = Records.of(access, names.collection(upsert.model()));
        this.updates = new UpdateRunner(names, upsert.model(), records, upsert.returning());
        this.document = writes.document(upsert.model(), upsert.create(), arguments::get);
        this.key = key();
        Predicate expired = upsert.expired();
        this.dead = expired == null ? Documents.none() : plain(expired);
        this.alive = expired == null ? new BsonDocument() : plain(expired.negate());
    }

    private BsonDocument plain(Predicate predicate) {
        return Conditions.of(names, arguments, predicate).plain();
    }

    private BsonDocument key() {
        BsonDocument parts = new BsonDocument();
        for (FieldDefinition field : upsert.key().fields()) {
            BsonValue value = Objects.requireNonNull(document.get(names.key(field)), () -> field + " is null");
            parts.append(names.key(field), doc("$eq", value));
        }
        return parts;
    }

    Written run() {
        if (access.inTransaction()) {
            return insideTransaction();
        }
        boolean agreeing = upsert.when().equals(Predicate.every()) && agreeing();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Written written = agreeing ? atOnce() : changeOrCreate();
                if (written != null) {
                    return written;
                }
            } catch (MongoException e) {
                if (!MongoErrors.violates(e, upsert.key(), names, access)) {
                    throw e;
                }
                removeDead();
            }
        }
        throw MongoErrors.contended(upsert.model());
    }

    /** Here a duplicate would end the transaction, so nothing is tried that could meet one. */
    private Written insideTransaction() {
        removeDead();
        Written changed = change(writes.filter(upsert.model(), upsert.when()));
        if (changed.outcome() != Outcome.NOTHING || records.any(key)) {
            return changed;
        }
        records.insert(document);
        return writes.created(document, upsert.returning());
    }

    private void removeDead() {
        if (upsert.expired() != null) {
            records.deleteOne(all(key, dead));
        }
    }

    private @Nullable Written changeOrCreate() {
        BsonDocument when = writes.filter(upsert.model(), upsert.when());
        Written changed = change(when);
        if (changed.outcome() != Outcome.NOTHING) {
            return changed;
        }
        if (!when.isEmpty() && records.any(all(key, alive, doc("$nor", array(when))))) {
            return Written.NOTHING;
        }
        records.insert(document);
        return writes.created(document, upsert.returning());
    }

    private Written change(BsonDocument when) {
        BsonDocument filter = all(key, alive, when);
        if (upsert.changes().isEmpty()) {
            return updates.found(filter);
        }
        return updates.one(filter, ChangePlan.of(names, arguments, upsert.changes(), upsert.when()));
    }

    /** Whether every changed field gets what a new record gets, so that it does not matter which of the two happens. */
    private boolean agreeing() {
        Map<FieldDefinition, @Nullable Object> created = new HashMap<>();
        for (Setting setting : upsert.create()) {
            created.put(setting.field(), arguments.get(setting.value()));
        }
        for (Change change : upsert.changes()) {
            if (change.kind() != Change.Kind.SET
                    || !created.containsKey(change.field())
                    || !Objects.equals(created.get(change.field()), arguments.get(change.value()))) {
                return false;
            }
        }
        return true;
    }

    private Written atOnce() {
        BsonDocument set = new BsonDocument();
        BsonDocument unset = new BsonDocument();
        BsonDocument onInsert = document.clone();
        upsert.key().fields().forEach(field -> onInsert.remove(names.key(field)));
        for (Change change : upsert.changes()) {
            String name = names.key(change.field());
            ChangePlan.assign(change.field(), name, arguments.get(change.value()), set, unset);
            onInsert.remove(name);
        }
        BsonDocument update =
                upsert.changes().isEmpty() ? new BsonDocument() : ChangePlan.update(set, unset, new BsonDocument());
        if (!onInsert.isEmpty() || update.isEmpty()) {
            update.append("$setOnInsert", onInsert);
        }
        BsonDocument filter = all(key, alive);
        return upsert.returning().isEmpty() ? counted(filter, update) : shown(filter, update);
    }

    private Written counted(BsonDocument filter, BsonDocument update) {
        boolean created = records.upsert(filter, update).getUpsertedId() != null;
        return new Written(created ? Outcome.CREATED : Outcome.UPDATED, 1, List.of());
    }

    /** The state before tells which of the two happened, and with the changes also what the state is now. */
    private Written shown(BsonDocument filter, BsonDocument update) {
        BsonDocument before = records.findOneAndUpdate(
                filter,
                update,
                new FindOneAndUpdateOptions()
                        .upsert(true)
                        .returnDocument(ReturnDocument.BEFORE)
                        .projection(updates.projection()));
        if (before == null) {
            return writes.created(document, upsert.returning());
        }
        for (Change change : upsert.changes()) {
            Object value = arguments.get(change.value());
            String name = names.key(change.field());
            if (value == null) {
                before.remove(name);
            } else {
                before.put(name, FieldValues.write(change.field(), value));
            }
        }
        @Nullable Object[] row = new RowReader(names).row(upsert.returning(), before);
        return new Written(Outcome.UPDATED, 1, List.<@Nullable Object[]>of(row));
    }
}
