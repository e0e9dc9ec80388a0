package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.ONE;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.all;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.array;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;

import com.mongodb.MongoException;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.mongo.bson.Documents;
import dev.farminglabs.orm.driver.mongo.bson.FieldValues;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Carries out one write. */
final class WriteRunner implements Write.Visitor<Written> {

    private final Names names;
    private final Arguments arguments;
    private final MongoAccess access;
    private final MongoAccess.Deployment deployment;

    WriteRunner(Names names, Arguments arguments, MongoAccess.Deployment deployment) {
        this.names = names;
        this.arguments = arguments;
        this.access = deployment.access();
        this.deployment = deployment;
    }

    private Records records(ModelDefinition model) {
        return Records.of(access, names.collection(model));
    }

    @Override
    public Written create(Write.Create create) {
        ModelDefinition model = create.model();
        BsonDocument document = document(model, create.settings(), arguments::get);
        Records records = records(model);
        if (create.skipDuplicate() && access.inTransaction() && records.any(holders(model, document))) {
            return Written.NOTHING; // asked first: a duplicate would end the transaction
        }
        try {
            records.insert(document);
        } catch (MongoException e) {
            if (create.skipDuplicate() && !access.inTransaction() && MongoErrors.duplicate(e)) {
                return Written.NOTHING;
            }
            throw e;
        }
        return created(document, create.returning());
    }

    Written created(BsonDocument document, List<FieldDefinition> returning) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (!returning.isEmpty()) {
            rows.add(new RowReader(names).row(returning, document));
        }
        return new Written(Outcome.CREATED, 1, rows);
    }

    /** The condition of records that hold one of the document's unique keys. */
    private BsonDocument holders(ModelDefinition model, BsonDocument document) {
        List<BsonDocument> keys = new ArrayList<>();
        for (UniqueDefinition unique : model.uniques()) {
            List<BsonDocument> parts = new ArrayList<>();
            for (FieldDefinition field : unique.fields()) {
                BsonValue value = document.get(names.key(field));
                parts.add(value == null ? Documents.none() : doc(names.key(field), doc("$eq", value)));
            }
            keys.add(all(parts));
        }
        return doc("$or", array(keys));
    }

    /** The document of a new record; what is null is not in it. */
    BsonDocument document(ModelDefinition model, List<Setting> settings, Function<Slot, @Nullable Object> valueOf) {
        BsonDocument document = new BsonDocument();
        for (Setting setting : settings) {
            Object value = valueOf.apply(setting.value());
            if (value != null) {
                document.append(names.key(setting.field()), FieldValues.write(setting.field(), value));
            }
        }
        if (!document.containsKey(Names.ID)) {
            throw MongoErrors.noGeneratedIds(model);
        }
        return document;
    }

    @Override
    public Written createMany(Write.CreateMany createMany) {
        List<Setting> columns = createMany.columns();
        int count =
                columns.isEmpty() ? 0 : arguments.list(columns.get(0).value()).size();
        if (count == 0) {
            return Written.NOTHING;
        }
        List<BsonDocument> documents = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int index = i;
            documents.add(document(
                    createMany.model(), columns, slot -> arguments.list(slot).get(index)));
        }
        return atomically(createMany.model(), count > 1, records -> {
            records.insert(documents);
            return new Written(Outcome.CREATED, count, List.of());
        });
    }

    /** All or none, where the deployment has transactions. */
    private Written atomically(ModelDefinition model, boolean several, Function<Records, Written> work) {
        if (several && !access.inTransaction() && deployment.transactions()) {
            return access.transaction(() -> work.apply(records(model)));
        }
        return work.apply(records(model));
    }

    @Override
    public Written update(Write.Update update) {
        ModelDefinition model = update.model();
        ChangePlan plan = ChangePlan.of(names, arguments, update.changes(), update.where());
        BsonDocument filter = filter(model, update.where());
        if (pinned(model, update.where())) {
            return new UpdateRunner(names, model, records(model), update.returning()).one(filter, plan);
        }
        List<UniqueDefinition> touched = touched(model, update.changes());
        return atomically(model, !touched.isEmpty(), records -> {
            UpdateRunner runner = new UpdateRunner(names, model, records, update.returning());
            if (!touched.isEmpty() && runner.ids(filter, 2).size() > 1) {
                refuseSameKey(touched, update.changes());
            }
            try {
                return runner.many(filter, plan);
            } catch (RuntimeException e) {
                throw runner.begun() && !access.inTransaction() ? MongoErrors.partlyDone(e, model) : e;
            }
        });
    }

    private static List<UniqueDefinition> touched(ModelDefinition model, List<Change> changes) {
        Set<FieldDefinition> changed = new HashSet<>();
        changes.forEach(change -> changed.add(change.field()));
        return model.uniques().stream()
                .filter(unique -> unique.fields().stream().anyMatch(changed::contains))
                .toList();
    }

    /** Two records cannot both get the one key: refused before the first has it. */
    private void refuseSameKey(List<UniqueDefinition> touched, List<Change> changes) {
        Set<FieldDefinition> set = new HashSet<>();
        for (Change change : changes) {
            if (change.kind() == Change.Kind.SET && arguments.get(change.value()) != null) {
                set.add(change.field());
            }
        }
        for (UniqueDefinition unique : touched) {
            if (set.containsAll(unique.fields())) {
                throw MongoErrors.taken(unique, null);
            }
        }
    }

    @Override
    public Written upsert(Write.Upsert upsert) {
        return new UpsertRunner(names, arguments, access, upsert, this).run();
    }

    @Override
    public Written delete(Write.Delete delete) {
        ModelDefinition model = delete.model();
        BsonDocument filter = filter(model, delete.where());
        Records records = records(model);
        long removed = pinned(model, delete.where()) ? records.deleteOne(filter) : records.deleteMany(filter);
        return removed == 0 ? Written.NOTHING : new Written(Outcome.DELETED, removed, List.of());
    }

    /** The condition as a filter; what is asked of related records is answered first, by the ids of those that meet it. */
    BsonDocument filter(ModelDefinition model, Predicate where) {
        Conditions.Condition condition = Conditions.of(names, arguments, where);
        if (condition.simple()) {
            return condition.plain();
        }
        List<BsonDocument> stages = condition.stages();
        stages.add(doc("$project", doc(Names.ID, ONE)));
        List<BsonValue> ids = new ArrayList<>();
        records(model).aggregate(stages).forEach(found -> ids.add(found.get(Names.ID)));
        return all(doc(Names.ID, doc("$in", array(ids))), condition.plain());
    }

    /** Whether the condition says what a unique key is, so that at most one record meets it. */
    static boolean pinned(ModelDefinition model, Predicate where) {
        Set<FieldDefinition> equal = new HashSet<>();
        for (Predicate part : where instanceof Predicate.And and ? and.parts() : List.of(where)) {
            if (part instanceof Predicate.Compare compare
                    && compare.comparison() == Comparison.EQUAL
                    && !compare.negated()) {
                equal.add(compare.field());
            }
        }
        return model.uniques().stream().anyMatch(unique -> equal.containsAll(unique.fields()));
    }
}
