package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.ONE;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.all;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.array;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.given;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.match;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.path;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.pathOrNull;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.text;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Steps that bring related records along. A record without a key is never related to one without a key. */
final class Joins {

    private static final String TARGET = "__t";

    private final Names names;
    private final Arguments arguments;
    private final boolean nesting;

    Joins(Names names, Arguments arguments) {
        this(names, arguments, false);
    }

    /** Brings to-many records along as well when {@code nesting}. */
    Joins(Names names, Arguments arguments, boolean nesting) {
        this.names = names;
        this.arguments = arguments;
        this.nesting = nesting;
    }

    /** Brings records of another collection along whose field holds the value of a path here. */
    BsonDocument lookup(FieldDefinition to, String from, List<BsonDocument> further, String as) {
        List<BsonDocument> stages = new ArrayList<>();
        BsonDocument same = doc("$eq", array(path(names.key(to)), new BsonString("$$k")));
        stages.add(match(all(given(names.key(to)), doc("$expr", same))));
        stages.addAll(further);
        return doc(
                "$lookup",
                doc("from", text(names.collection(to.model())))
                        .append("let", doc("k", pathOrNull(from)))
                        .append("pipeline", array(stages))
                        .append("as", text(as)));
    }

    /** Leaves something under that name where a related record meets the condition, and an empty list elsewhere. */
    BsonDocument existence(Predicate.Related related, String as) {
        List<BsonDocument> targets = where(related.where());
        targets.add(doc("$limit", ONE));
        targets.add(doc("$project", doc(Names.ID, ONE)));
        FieldDefinition join = related.relation().joinLocal();
        String local = names.key(related.relation().localKey());
        if (join == null) {
            return lookup(related.relation().targetKey(), local, targets, as);
        }
        FieldDefinition joinTarget = Objects.requireNonNull(related.relation().joinTarget());
        List<BsonDocument> links = where(related.link());
        links.add(lookup(related.relation().targetKey(), names.key(joinTarget), targets, TARGET));
        links.add(match(doc(TARGET, doc("$ne", array()))));
        links.add(doc("$limit", ONE));
        links.add(doc("$project", doc(Names.ID, ONE)));
        return lookup(join, local, links, as);
    }

    private List<BsonDocument> where(Predicate where) {
        return Conditions.of(names, arguments, where).stages();
    }

    /** The related records of a selection, each relation's a list under its name, and of each document what is read. */
    List<BsonDocument> selection(Selection selection, List<String> further) {
        List<BsonDocument> stages = new ArrayList<>();
        BsonDocument projection = new BsonDocument();
        int index = 0;
        for (Selection.Branch branch : selection.branches()) {
            String as = RowReader.branch(index++);
            stages.add(branch(branch, as));
            projection.append(as, ONE);
        }
        for (int i = 0; nesting && i < selection.nested().size(); i++) {
            String as = RowReader.nested(i);
            stages.add(nested(selection.nested().get(i), as));
            projection.append(as, ONE);
        }
        selection.fields().forEach(field -> projection.append(names.key(field), ONE));
        further.forEach(key -> projection.append(key, ONE));
        stages.add(doc("$project", identified(projection)));
        return stages;
    }

    private BsonDocument branch(Selection.Branch branch, String as) {
        List<BsonDocument> stages = where(branch.where());
        stages.add(doc("$limit", ONE));
        FieldDefinition to = branch.relation().targetKey();
        stages.addAll(selection(branch.selection(), List.of(names.key(to))));
        return lookup(to, names.key(branch.relation().localKey()), stages, as);
    }

    /** The targets of a to-many relation; behind a join model each is under {@link RowReader#CHILD}. */
    private BsonDocument nested(Selection.Nested nested, String as) {
        Find find = nested.find();
        RelationDefinition relation = nested.relation();
        Ordering ordering = new Ordering(names, find.sorts());
        String local = names.key(relation.localKey());
        FieldDefinition join = relation.joinLocal();
        List<BsonDocument> targets = where(find.where());
        if (join == null) {
            targets.addAll(ordering.stages());
            targets.addAll(page(find));
            targets.addAll(selection(find.selection(), List.of()));
            return lookup(relation.targetKey(), local, targets, as);
        }
        targets.addAll(ordering.computing());
        targets.addAll(selection(find.selection(), ordering.fields()));
        String target = names.key(Objects.requireNonNull(relation.joinTarget()));
        List<BsonDocument> links = where(nested.link());
        links.add(match(given(target)));
        links.add(doc("$group", doc(Names.ID, path(target))));
        links.add(lookup(relation.targetKey(), Names.ID, targets, RowReader.CHILD));
        links.add(doc("$unwind", path(RowReader.CHILD)));
        if (!find.sorts().isEmpty()) {
            links.add(doc("$sort", ordering.keys(RowReader.CHILD + ".")));
        }
        links.addAll(page(find));
        return lookup(join, local, links, as);
    }

    private List<BsonDocument> page(Find find) {
        int skip = find.skip() == null ? 0 : arguments.count(find.skip());
        Integer take = find.take() == null ? null : Integer.valueOf(arguments.count(find.take()));
        return FindRunner.page(skip, take);
    }

    /** The server gives the id unless told not to. */
    static BsonDocument identified(BsonDocument projection) {
        if (!projection.isEmpty() && !projection.containsKey(Names.ID)) {
            projection.append(Names.ID, BsonBoolean.FALSE);
        } else if (projection.isEmpty()) {
            projection.append(Names.ID, ONE);
        }
        return projection;
    }
}
