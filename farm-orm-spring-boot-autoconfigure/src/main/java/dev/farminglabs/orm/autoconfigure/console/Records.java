package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.Field;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.ModelClient;
import dev.farminglabs.orm.Order;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Query;
import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads records through the client of the application, which decides what is in sight as for any other caller.
 *
 * <p>Used for one page, by one thread.
 *
 * @param <M> the model, known only when a page is asked for
 */
final class Records<M extends Model<M>> {

    /** What is followed through a join model at once. */
    static final int JOINED = 1000;

    private final OrmClient<?> client;
    private final M model;
    private final ModelDefinition definition;
    private final Sight sight;

    /** The keys that a join model has led to; null until they are read, which happens once. */
    private @Nullable List<?> tied;

    private Records(OrmClient<?> client, M model, ModelDefinition definition, Sight sight) {
        this.client = client;
        this.model = model;
        this.definition = definition;
        this.sight = sight;
    }

    /** The records of a model of the schema that are in sight. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a model is one of itself
    static Records<?> of(BoundSchema schema, ModelDefinition definition, Sight sight) {
        OrmClient<?> client = schema.client();
        int place = schema.setup().schema().models().indexOf(definition);
        Model<?> model = client.schema().models().get(place);
        return new Records(sight.client(client, definition), model, definition, sight);
    }

    /** One page, and one record more where there is a next page. */
    List<Row> page(Listing listing) {
        return ordered(matching(listing), listing)
                .skip((listing.page() - 1) * Listing.SIZE)
                .take(Listing.SIZE + 1)
                .findMany();
    }

    /** How many records there are on all pages. */
    long count(Listing listing) {
        return matching(listing).count();
    }

    /** The record of that id. */
    Optional<Row> find(String id) {
        return inSight()
                .where(Operator.EQ.on(field(definition.id()), definition.id(), id))
                .findUnique();
    }

    private ModelClient<M> inSight() {
        ModelClient<M> all = client.model(model);
        return sight.withDeleted(definition) ? all.withDeleted() : all;
    }

    private Field<M, ?> field(FieldDefinition field) {
        return model.fields().get(field.position());
    }

    private Query<M> ordered(Query<M> query, Listing listing) {
        FieldDefinition sort = listing.sort();
        if (sort == null) {
            return query;
        }
        Field<M, ?> field = field(sort);
        Order<M> order = listing.descending() ? field.desc() : field.asc();
        return query.orderBy(order);
    }

    private Query<M> matching(Listing listing) {
        List<Condition<M>> conditions = new ArrayList<>();
        for (Filter filter : listing.filters()) {
            conditions.add(filter.operator().on(field(filter.field()), filter.field(), filter.text()));
        }
        Via via = listing.via();
        if (via != null) {
            conditions.add(tied(listing.schema(), via));
        }
        return conditions.isEmpty() ? inSight() : inSight().where(conditions);
    }

    @SuppressWarnings("unchecked") // both ends of a relation have one type
    private Condition<M> tied(BoundSchema schema, Via via) {
        RelationDefinition relation = via.relation();
        if (relation.target() != definition) {
            throw Refusal.bad(relation + " does not lead to " + definition);
        }
        FieldDefinition here = Objects.requireNonNull(relation.joinLocal());
        FieldDefinition there = Objects.requireNonNull(relation.joinTarget());
        List<?> targets = tied == null ? of(schema, here.model(), sight).values(here, via.key(), there) : tied;
        tied = targets;
        return ((Field<M, Object>) field(relation.targetKey()))
                .in(targets.subList(0, Math.min(JOINED, targets.size())));
    }

    /** Whether there are more records than the join model was followed to. Known once some were read. */
    boolean cut() {
        return tied != null && tied.size() > JOINED;
    }

    private List<?> values(FieldDefinition where, String text, FieldDefinition wanted) {
        return inSight()
                .where(Operator.EQ.on(field(where), where, text))
                .take(JOINED + 1)
                .findValues(field(wanted));
    }
}
