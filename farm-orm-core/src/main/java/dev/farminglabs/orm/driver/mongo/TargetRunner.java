package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.all;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.array;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.given;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.match;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.path;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.pathOrNull;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.mongo.bson.FieldValues;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Parents;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/** Reads the targets of a relation from many parents, where they are paged for each parent or linked by join records. */
final class TargetRunner {

    private static final String PARENT = "p";
    private static final String TARGET = "t";

    private final Names names;
    private final Arguments arguments;
    private final Find find;
    private final Parents parents;
    private final MongoAccess access;
    private final Ordering ordering;
    private final int skip;
    private final @Nullable Integer take;

    TargetRunner(Names names, Arguments arguments, Find find, Parents parents, MongoAccess access) {
        this.names = names;
        this.arguments = arguments;
        this.find = find;
        this.parents = parents;
        this.access = access;
        this.ordering = new Ordering(names, find.sorts());
        this.skip = find.skip() == null ? 0 : arguments.count(find.skip());
        this.take = find.take() == null ? null : Integer.valueOf(arguments.count(find.take()));
    }

    List<@Nullable Object[]> rows() {
        FieldDefinition join = parents.relation().joinLocal();
        FieldDefinition local = parents.relation().localKey();
        FieldDefinition from = join == null ? local : join;
        List<BsonDocument> stages = join == null ? ofParents(local) : ofLinks(join);
        RowReader reader = new RowReader(names);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (BsonDocument document :
                Records.of(access, names.collection(from.model())).aggregate(stages)) {
            Object front = FieldValues.read(local, document.get(Names.ID));
            rows.add(reader.row(front, find.selection(), document.getDocument(RowReader.CHILD)));
        }
        return rows;
    }

    /** Each key once, and its page of targets beside it. */
    private List<BsonDocument> ofParents(FieldDefinition local) {
        List<BsonDocument> targets =
                Conditions.of(names, arguments, find.where()).stages();
        targets.addAll(ordering.stages());
        targets.addAll(FindRunner.page(skip, take));
        targets.addAll(new Joins(names, arguments).selection(find.selection(), List.of()));
        List<BsonDocument> stages = new ArrayList<>();
        stages.add(among(local));
        stages.add(doc("$group", doc(Names.ID, path(names.key(local)))));
        stages.add(
                new Joins(names, arguments).lookup(parents.relation().targetKey(), Names.ID, targets, RowReader.CHILD));
        stages.add(doc("$unwind", path(RowReader.CHILD)));
        return stages;
    }

    private BsonDocument among(FieldDefinition field) {
        List<?> keys = arguments.list(parents.keys());
        return match(doc(
                names.key(field),
                doc("$in", FindRunner.values(parents.relation().localKey(), keys))));
    }

    /** Each pair of keys that is linked once, and the target beside it. */
    private List<BsonDocument> ofLinks(FieldDefinition join) {
        FieldDefinition joinTarget = Objects.requireNonNull(parents.relation().joinTarget());
        List<BsonDocument> targets =
                Conditions.of(names, arguments, find.where()).stages();
        targets.addAll(ordering.computing());
        targets.addAll(new Joins(names, arguments).selection(find.selection(), ordering.fields()));
        Conditions.Condition link = Conditions.of(names, arguments, parents.link());
        List<BsonDocument> stages = new ArrayList<>();
        stages.add(among(join));
        stages.add(match(all(given(names.key(joinTarget)), link.plain())));
        stages.addAll(link.related());
        BsonDocument pair = doc(PARENT, pathOrNull(names.key(join)));
        stages.add(doc("$group", doc(Names.ID, pair.append(TARGET, pathOrNull(names.key(joinTarget))))));
        stages.add(new Joins(names, arguments)
                .lookup(parents.relation().targetKey(), Names.ID + "." + TARGET, targets, RowReader.CHILD));
        stages.add(doc("$unwind", path(RowReader.CHILD)));
        if (!find.sorts().isEmpty()) {
            stages.add(doc("$sort", ordering.keys(RowReader.CHILD + ".")));
        }
        stages.addAll(pages());
        return stages;
    }

    /** What is sorted stays so within its group. */
    private List<BsonDocument> pages() {
        String parent = Names.ID + "." + PARENT;
        if (skip == 0 && take == null) {
            return List.of(doc("$project", doc(Names.ID, path(parent)).append(RowReader.CHILD, path(RowReader.CHILD))));
        }
        BsonDocument all = doc(Names.ID, path(parent)).append(RowReader.CHILD, doc("$push", path(RowReader.CHILD)));
        BsonInt32 from = new BsonInt32(skip);
        // not more than what a server can add to the beginning
        BsonInt32 count = new BsonInt32(take == null ? Integer.MAX_VALUE - skip : take);
        return List.of(
                doc("$group", all),
                doc("$project", doc(RowReader.CHILD, doc("$slice", array(path(RowReader.CHILD), from, count)))),
                doc("$unwind", path(RowReader.CHILD)));
    }
}
