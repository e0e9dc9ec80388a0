package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.Documents.ONE;
import static dev.farminglabs.orm.driver.mongo.Documents.all;
import static dev.farminglabs.orm.driver.mongo.Documents.doc;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Parents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/** Reads records, in one command. */
final class FindRunner {

    private final Names names;
    private final Arguments arguments;
    private final Find find;
    private final Function<String, Records> collections;
    private final RowReader reader;
    private final int skip;
    private final @Nullable Integer take;

    FindRunner(Names names, Arguments arguments, Find find, Function<String, Records> collections) {
        this.names = names;
        this.arguments = arguments;
        this.find = find;
        this.collections = collections;
        this.reader = new RowReader(names);
        this.skip = find.skip() == null ? 0 : arguments.count(find.skip());
        this.take = find.take() == null ? null : Integer.valueOf(arguments.count(find.take()));
    }

    List<@Nullable Object[]> rows() {
        Parents parents = find.parents();
        if (take != null && take == 0) {
            return List.of();
        }
        if (parents == null) {
            return rows(new BsonDocument(), null);
        }
        List<?> keys = arguments.list(parents.keys());
        if (keys.isEmpty()) {
            return List.of();
        }
        boolean paged = skip > 0 || take != null;
        boolean joined = parents.relation().joinLocal() != null;
        if (joined || (paged && keys.size() > 1)) {
            return new TargetRunner(names, arguments, find, parents, collections).rows();
        }
        FieldDefinition key = parents.relation().targetKey();
        return rows(doc(names.key(key), doc("$in", values(key, keys))), key);
    }

    static BsonArray values(FieldDefinition field, List<?> keys) {
        BsonArray values = new BsonArray(keys.size());
        keys.forEach(key -> values.add(FieldValues.write(field, key)));
        return values;
    }

    /** The records that also meet the restriction, each with the value of the front field where there is one. */
    private List<@Nullable Object[]> rows(BsonDocument restriction, @Nullable FieldDefinition front) {
        Conditions.Condition condition = Conditions.of(names, arguments, find.where());
        Conditions.Condition restricted =
                new Conditions.Condition(all(restriction, condition.plain()), condition.related());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (BsonDocument document : documents(restricted, front)) {
            rows.add(
                    front == null
                            ? reader.row(find.selection(), document)
                            : reader.row(reader.cell(front, document), find.selection(), document));
        }
        return rows;
    }

    /** A record that is too large for one document together with all that belongs to it is read without. */
    private List<BsonDocument> documents(Conditions.Condition condition, @Nullable FieldDefinition front) {
        if (!find.selection().nests() || !ofOne()) {
            return documents(condition, front, false);
        }
        try {
            return documents(condition, front, true);
        } catch (MongoException e) {
            if (!MongoErrors.tooLarge(e)) {
                throw e;
            }
            return inParts(condition, front, e);
        }
    }

    private List<BsonDocument> inParts(
            Conditions.Condition condition, @Nullable FieldDefinition front, MongoException tooLarge) {
        try {
            return documents(condition, front, false);
        } catch (MongoException e) {
            tooLarge.addSuppressed(e); // a transaction was over with the first failure
            throw tooLarge;
        }
    }

    private List<BsonDocument> documents(
            Conditions.Condition condition, @Nullable FieldDefinition front, boolean nesting) {
        Records records = collections.apply(names.collection(find.model()));
        Ordering ordering = new Ordering(names, find.sorts());
        if (condition.simple()
                && ordering.plain()
                && !nesting
                && find.selection().branches().isEmpty()) {
            FindIterable<BsonDocument> found = records.find(condition.plain())
                    .sort(find.sorts().isEmpty() ? null : ordering.keys(""))
                    .projection(projection(front))
                    .skip(skip);
            return (take == null ? found : found.limit(take)).into(new ArrayList<>());
        }
        List<BsonDocument> stages = condition.stages();
        stages.addAll(ordering.stages());
        stages.addAll(page(skip, take));
        stages.addAll(new Joins(names, arguments, nesting)
                .selection(find.selection(), front == null ? List.of() : List.of(names.key(front))));
        return records.aggregate(stages);
    }

    /**
     * Whether it reads one record at most. To-many relations of several are read for all of them together, which no limit of
     * a document's size bounds and an index serves once.
     */
    private boolean ofOne() {
        boolean one = (take != null && take == 1) || WriteRunner.pinned(find.model(), find.where());
        return one && find.parents() == null;
    }

    private BsonDocument projection(@Nullable FieldDefinition front) {
        BsonDocument projection = new BsonDocument();
        find.selection().fields().forEach(field -> projection.append(names.key(field), ONE));
        if (front != null) {
            projection.append(names.key(front), ONE);
        }
        return Joins.identified(projection);
    }

    static List<BsonDocument> page(int skip, @Nullable Integer take) {
        List<BsonDocument> stages = new ArrayList<>();
        if (skip > 0) {
            stages.add(doc("$skip", new BsonInt32(skip)));
        }
        if (take != null) {
            stages.add(doc("$limit", new BsonInt32(take)));
        }
        return stages;
    }
}
