package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.engine.value.Assigned;
import dev.farminglabs.orm.engine.value.FieldCodec;
import dev.farminglabs.orm.engine.value.FieldCodecs;
import dev.farminglabs.orm.engine.value.JsonText;
import dev.farminglabs.orm.engine.value.TimeOrderedIds;
import dev.farminglabs.orm.engine.value.UnreadJson;
import dev.farminglabs.orm.engine.view.RecordInputs;
import dev.farminglabs.orm.engine.view.View;
import dev.farminglabs.orm.engine.view.ViewCompiler;
import dev.farminglabs.orm.engine.view.ViewNode;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way into this room: one engine for each client, thread-safe. Every method throws a {@code DataAccessException} that
 * implements {@link dev.farminglabs.orm.error.OrmError}; what can be known to be wrong is refused before any I/O.
 */
public final class Engine {

    private record ViewKey(ModelDefinition model, Class<?> type) {}

    private final SchemaDefinition schema;
    private final DriverSession session;
    private final FieldCodecs codecs;
    private final RecordInputs inputs = new RecordInputs();
    private final Map<ViewKey, View<?>> views = new ConcurrentHashMap<>();
    private final Map<ModelDefinition, View<@Nullable Object[]>> rowViews = new ConcurrentHashMap<>();
    private final Map<FieldDefinition, View<Object>> valueViews = new ConcurrentHashMap<>();
    private final Supplier<Values> operations;
    private final Reader reader;
    private final Pages pages;
    private final Aggregates aggregates;
    private final Writer writer;

    /** An engine for the schema on the driver's store. Opens no connection. */
    public Engine(SchemaDefinition schema, Driver driver, EngineSettings settings) {
        this.schema = schema;
        this.session = driver.session(schema);
        this.codecs = new FieldCodecs(new JsonText(settings.jsonMapper()));
        this.operations = () -> new Values(codecs, settings.clock());
        this.reader = new Reader(driver, session, operations, new Emulations(schema));
        this.pages = new Pages(reader, operations);
        this.aggregates = new Aggregates(session, operations, codecs);
        StoredViews stored = new StoredViews(reader, operations);
        NewRecords newRecords = new NewRecords(codecs, session, new TimeOrderedIds());
        this.writer = new Writer(
                session,
                operations,
                newRecords,
                new Changes(codecs),
                stored,
                new Cascades(schema, driver, session, operations),
                new Variants(driver, session, operations, new Creations(session, operations, newRecords, stored)),
                new Ceiling(driver, session, settings.maxAffected()));
    }

    /** The schema under the physical names of this client. */
    public SchemaDefinition schema() {
        return schema;
    }

    // --------------------------------------------------------------------------------------------------- shapes

    /** The checked select shape of a record class, or of a sealed interface of records; checked once. */
    @SuppressWarnings("unchecked") // the key holds the view's class
    public <T> View<T> view(ModelDefinition model, Class<T> type) {
        ViewKey key = new ViewKey(model, type);
        View<?> known = views.get(key);
        return (View<T>)
                (known != null
                        ? known
                        : views.computeIfAbsent(
                                key,
                                any -> new View<>(ViewCompiler.compile(schema, codecs, model, type), type, Map.of())));
    }

    /** The shape of all fields of a model, as an array by position; its cells go through {@link UnreadJson#resolve}. */
    public View<@Nullable Object[]> row(ModelDefinition model) {
        View<@Nullable Object[]> known = rowViews.get(model);
        return known != null ? known : rowViews.computeIfAbsent(model, this::fields);
    }

    private View<@Nullable Object[]> fields(ModelDefinition model) {
        List<ViewNode.Part> parts = new ArrayList<>();
        for (FieldDefinition field : model.fields()) {
            FieldCodec codec = codecs.of(field);
            parts.add(new ViewNode.FieldPart(
                    field,
                    field.kind() == FieldKind.JSON ? UnreadJson.codec(codec) : codec,
                    ViewNode.Container.NULLABLE));
        }
        return new View<>(new ViewNode(model, components -> components, parts), Object[].class, Map.of());
    }

    /** What a Java record says about the model's fields; its class is checked once. */
    public List<Assigned> assigned(ModelDefinition model, Record input) {
        return inputs.assigned(model, input);
    }

    // -------------------------------------------------------------------------------------------------- reading

    /** All records asked for. */
    public <T> List<T> findMany(Request request, View<T> view) {
        return reader.read(Reader.Asked.of(request, operations.get()), view);
    }

    /** The first record in the order asked for, completed with the id. */
    public <T> Optional<T> findFirst(Request request, View<T> view) {
        if (request.take() != null && request.take() == 0) {
            return Optional.empty();
        }
        return first(reader.read(Reader.Asked.of(request, operations.get()).takeOne(), view));
    }

    /** The record of the unique key in the condition. */
    public <T> Optional<T> findUnique(Request request, View<T> view) {
        Reader.Asked asked = Reader.Asked.of(request, operations.get());
        UniqueMatch.of("findUnique", request, asked.where());
        return first(reader.read(asked, view));
    }

    private static <T> Optional<T> first(List<T> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** The values of one field, of the records that have one. */
    @SuppressWarnings("unchecked") // the codec decodes to the field's Java type, which is the caller's V
    public <V> List<V> findValues(Request request, FieldDefinition field) {
        Reader.Asked asked = Reader.Asked.of(request, operations.get());
        if (field.nullable()) {
            asked = asked.and(new Predicate.IsNull(field, true));
        }
        return (List<V>) reader.read(asked, value(field));
    }

    /** The shape of one field's value. */
    private View<Object> value(FieldDefinition field) {
        View<Object> known = valueViews.get(field);
        return known != null ? known : valueViews.computeIfAbsent(field, this::newValue);
    }

    private View<Object> newValue(FieldDefinition field) {
        ViewNode node = new ViewNode(
                field.model(),
                components -> Objects.requireNonNull(components[0]),
                List.of(new ViewNode.FieldPart(field, codecs.of(field), ViewNode.Container.PLAIN)));
        return new View<>(node, Object.class, Map.of());
    }

    /** One page by key. */
    public <T> Page<T> findPage(Request request, View<T> view, int size, @Nullable String token) {
        return pages.page(request, view, size, token);
    }

    /** All records, read page by page. */
    public <T> Stream<T> stream(Request request, View<T> view) {
        return pages.stream(request, view);
    }

    /** How many records there are. */
    public long count(Request request) {
        return aggregates.count(request);
    }

    /** Whether there are any. */
    public boolean exists(Request request) {
        ModelDefinition model = request.model();
        int take = request.take() == null ? 1 : Math.min(1, request.take());
        Values values = operations.get();
        // whichever record it is: an order would only cost
        Reader.Asked asked =
                new Reader.Asked(request, request.where().bind(values), List.of(), request.skip(), take, values);
        return !reader.read(asked, value(model.id())).isEmpty();
    }

    /** How many records there are for each value of the field. */
    public <V> Map<@Nullable V, Long> countBy(Request request, FieldDefinition field) {
        return aggregates.countBy(request, field);
    }

    /** The exact sum, 0 of nothing. */
    public BigDecimal sum(Request request, FieldDefinition field) {
        return aggregates.sum(request, field);
    }

    /** The mean, empty of nothing. */
    public Optional<BigDecimal> average(Request request, FieldDefinition field) {
        return aggregates.average(request, field);
    }

    /** The least value, empty of nothing. */
    public <V> Optional<V> min(Request request, FieldDefinition field) {
        return aggregates.extreme("min", Aggregate.Function.MIN, request, field);
    }

    /** The greatest value, empty of nothing. */
    public <V> Optional<V> max(Request request, FieldDefinition field) {
        return aggregates.extreme("max", Aggregate.Function.MAX, request, field);
    }

    // -------------------------------------------------------------------------------------------------- writing

    /** Carries a prepared write out. */
    public <T> T run(Prepared<T> prepared) {
        WriteCall call = prepared.call;
        return prepared.finish.apply(
                prepared.send == null ? session.write(call.write(), call.arguments()) : prepared.send.apply(call));
    }

    /**
     * Carries prepared writes out in order, those that can go together in one batch.
     *
     * @param answers takes the answer of each, in order, as far as they have happened
     */
    public <T> void batch(List<Prepared<T>> calls, Consumer<T> answers) {
        List<Prepared<T>> together = new ArrayList<>();
        Hindsight hindsight = new Hindsight();
        for (Prepared<T> call : calls) {
            if (call.send != null || hindsight.disturbedBy(call.call.write())) {
                send(together, answers);
                together.clear();
                hindsight.answered();
            }
            if (call.send != null) {
                answers.accept(run(call));
            } else {
                together.add(call);
                hindsight.sent(call.call.write());
            }
        }
        send(together, answers);
    }

    private <T> void send(List<Prepared<T>> together, Consumer<T> answers) {
        if (together.isEmpty()) {
            return;
        }
        List<Written> written = new ArrayList<>(together.size());
        try {
            session.batch(together.stream().map(one -> one.call).toList(), written::add);
        } finally {
            // an answer may need the store again, so not before the batch has given its connection back
            for (int i = 0; i < written.size(); i++) {
                answers.accept(together.get(i).finish.apply(written.get(i)));
            }
        }
    }

    /** Creates a record. */
    public <T> Prepared<T> create(Request request, List<Assigned> values, View<T> view) {
        return writer.create(request, values, view);
    }

    /** Creates records, all or none, and says how many. */
    public long createMany(Request request, List<List<Assigned>> records) {
        return writer.createMany(request, records);
    }

    /** Changes the record of a unique key and says whether there was one. */
    public Prepared<Boolean> update(Request request, List<Assigned> changes) {
        return writer.update(request, changes);
    }

    /** Changes the record of a unique key and shows it. */
    public <T> Prepared<Optional<T>> update(Request request, List<Assigned> changes, View<T> view) {
        return writer.update(request, changes, view);
    }

    /** Removes or marks the record of a unique key and says whether there was one. */
    public Prepared<Boolean> delete(Request request) {
        return writer.delete(request);
    }

    /** Creates or changes the record of a unique key and says which. */
    public Prepared<Written.Outcome> upsert(Request request, UpsertHalves halves) {
        return writer.upsert(request, halves);
    }

    /** Creates or changes the record of a unique key and shows it. */
    public <T> Prepared<T> upsert(Request request, UpsertHalves halves, View<T> view) {
        return writer.upsert(request, halves, view);
    }

    /** Creates the record of a unique key unless it is there, and says whether it did. */
    public Prepared<Boolean> createIfAbsent(Request request, List<Assigned> values) {
        return writer.createIfAbsent(request, values);
    }

    /** Changes records and says how many met the conditions. */
    public Prepared<Long> updateMany(Request request, List<Assigned> changes) {
        return writer.updateMany(request, changes);
    }

    /** Removes or marks records and says how many met the conditions. */
    public Prepared<Long> deleteMany(Request request) {
        return writer.deleteMany(request);
    }

    /** Removes records for good and says how many met the conditions. */
    public Prepared<Long> purge(Request request) {
        return writer.purge(request);
    }

    /** Runs the work all or nothing. */
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return session.transaction(work);
    }
}
