package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.ONE;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.array;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.given;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.path;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.text;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.driver.mongo.bson.Documents;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;

/** Makes collections and indexes. Their names are ours, so a key that is taken can be named by the schema. */
final class MongoSetup implements SetupOperations {

    private static final int THERE_ALREADY = 48;
    private static final int OTHER_OPTIONS = 85;
    private static final int OTHER_INDEX = 86;

    private final Names names;
    private final MongoAccess access;
    private final MongoOptions options;

    MongoSetup(Names names, MongoAccess access, MongoOptions options) {
        this.names = names;
        this.access = access;
        this.options = options;
    }

    @Override
    public List<SetupStep> missing() {
        return read(() -> {
            Map<String, BsonDocument> there = collections();
            List<SetupStep> steps = new ArrayList<>();
            List<SetupStep> indexes = new ArrayList<>();
            for (ModelDefinition model : names.schema().models()) {
                String collection = names.collection(model);
                if (!there.containsKey(collection)) {
                    BsonDocument create = doc("create", text(collection));
                    if (options.validators()) {
                        create.append("validator", new Validator(names).of(model));
                    }
                    steps.add(new SetupStep.CreateTable("collection " + collection, create.toJson()));
                }
                for (IndexPlan plan : unmet(model, there)) {
                    indexes.add(new SetupStep.AddIndex(
                            plan.what() + " of " + collection,
                            doc("createIndexes", text(collection))
                                    .append("indexes", array(plan.document()))
                                    .toJson()));
                }
            }
            steps.addAll(indexes);
            return steps;
        });
    }

    /** The collections by name, as the server describes them. */
    private Map<String, BsonDocument> collections() {
        Map<String, BsonDocument> there = new HashMap<>();
        for (BsonDocument found : access.plain().listCollections(BsonDocument.class)) {
            there.put(found.getString("name").getValue(), found);
        }
        return there;
    }

    private List<IndexPlan> unmet(ModelDefinition model, Map<String, BsonDocument> there) {
        List<IndexPlan> plans = IndexPlan.of(names, model);
        if (!there.containsKey(names.collection(model))) {
            return plans;
        }
        List<BsonDocument> found = indexes(model);
        return plans.stream()
                .filter(plan -> found.stream().noneMatch(plan::met))
                .toList();
    }

    private List<BsonDocument> indexes(ModelDefinition model) {
        return access.plain()
                .getCollection(names.collection(model))
                .listIndexes(BsonDocument.class)
                .into(new ArrayList<>());
    }

    @Override
    public void apply(List<SetupStep> steps) {
        MongoDatabase database = access.plain();
        for (SetupStep step : steps) {
            BsonDocument command = BsonDocument.parse(step.statement());
            try {
                database.runCommand(command);
            } catch (MongoException e) {
                if (e.getCode() != THERE_ALREADY) {
                    throw new SetupFailure(database, step, command).of(e);
                }
            }
        }
    }

    @Override
    public List<Difference> differences() {
        return read(() -> {
            Map<String, BsonDocument> there = collections();
            List<Difference> differences = new ArrayList<>();
            for (ModelDefinition model : names.schema().models()) {
                compare(model, there, differences);
            }
            return differences;
        });
    }

    private void compare(ModelDefinition model, Map<String, BsonDocument> there, List<Difference> differences) {
        String collection = names.collection(model);
        BsonDocument found = there.get(collection);
        if (found == null) {
            differences.add(new Difference(collection, "a collection", "nothing", true));
        } else if (found.getDocument("options", new BsonDocument()).containsKey("collation")) {
            differences.add(new Difference(collection, "text compared exactly", "a collation", true));
        }
        if (found != null && options.validators()) {
            compareValidator(model, found, differences);
        }
        List<BsonDocument> indexes = found == null ? List.of() : indexes(model);
        for (IndexPlan plan : unmet(model, there)) {
            String name = indexes.stream()
                    .filter(index -> index.getDocument("key").equals(plan.key()))
                    .map(index -> "index "
                            + index.getString("name", new BsonString("?")).getValue() + " with other options")
                    .findFirst()
                    .orElse("nothing");
            differences.add(new Difference(collection + "." + plan.name(), plan.what(), name, plan.unique()));
        }
        model.uniques()
                .forEach(key -> indexes.stream()
                        .filter(index -> IndexPlan.ofBefore(names, key, index))
                        .map(index -> Difference.keyOfMarked(
                                collection,
                                index.getString("name", new BsonString("?")).getValue(),
                                index.getDocument("key").keySet()))
                        .forEach(differences::add));
    }

    /** A push gives validators to new collections only: it would refuse changes of documents that are there already. */
    private void compareValidator(ModelDefinition model, BsonDocument found, List<Difference> differences) {
        BsonDocument options = found.getDocument("options", new BsonDocument());
        BsonDocument there = options.getDocument("validator", new BsonDocument());
        if (!there.equals(new Validator(names).of(model))) {
            differences.add(new Difference(
                    names.collection(model),
                    "the validator of the model",
                    there.isEmpty() ? "none" : "another validator",
                    false));
        }
    }

    @Override
    public <T> T exclusively(Supplier<T> work) {
        return translated(() -> new SetupLock(access.plain()).exclusively(work));
    }

    private static <T> T read(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw MongoErrors.MongoFailures.ofRead(e, null).exception(e);
        }
    }

    private static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw MongoErrors.MongoFailures.of(e, null).exception(e);
        }
    }

    /** Why a step of a setup failed, with what a person needs to put it right. */
    record SetupFailure(MongoDatabase database, SetupStep step, BsonDocument command) {

        RuntimeException of(MongoException e) {
            if (e.getCode() == OTHER_OPTIONS || e.getCode() == OTHER_INDEX) {
                return OrmFailure.of(
                                OrmErrorCode.INVALID_SCHEMA,
                                "The " + step.what()
                                        + " cannot be made: an index of its name or its fields is there with"
                                        + " other options. Drop that one, and push again")
                        .at(MongoDriver.STORE)
                        .exception(e);
            }
            if (!MongoErrors.duplicate(e) || !command.containsKey("indexes")) {
                return MongoErrors.MongoFailures.of(e, null).exception(e);
            }
            BsonDocument index = command.getArray("indexes").get(0).asDocument();
            return OrmFailure.of(
                            OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                            "The " + step.what() + " cannot be made: " + shared(index)
                                    + " of its values are held by several records each")
                    .at(MongoDriver.STORE)
                    .exception(e);
        }

        /** How many values of the key more than one record holds. */
        private long shared(BsonDocument index) {
            BsonDocument values = new BsonDocument();
            List<BsonDocument> stages = new ArrayList<>();
            boolean whole = !index.containsKey("sparse") && !index.containsKey("partialFilterExpression");
            for (String key : index.getDocument("key").keySet()) {
                values.append(key, doc("$ifNull", Documents.array(path(key), BsonNull.VALUE)));
                if (!whole) {
                    stages.add(Documents.match(given(key)));
                }
            }
            stages.add(doc("$group", doc(Names.ID, values).append("n", doc("$sum", ONE))));
            stages.add(Documents.match(doc("n", doc("$gt", ONE))));
            stages.add(doc("$group", doc(Names.ID, BsonNull.VALUE).append("n", doc("$sum", ONE))));
            BsonDocument counted = database.getCollection(
                            command.getString("createIndexes").getValue(), BsonDocument.class)
                    .aggregate(stages)
                    .first();
            return counted == null
                    ? 0
                    : counted.getNumber("n", new BsonInt32(0)).longValue();
        }
    }
}
