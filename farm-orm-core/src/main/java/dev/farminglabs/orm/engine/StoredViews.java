package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.Capabilities.NativeRelations;
import dev.farminglabs.orm.engine.view.Assembler;
import dev.farminglabs.orm.engine.view.NodePlan;
import dev.farminglabs.orm.engine.view.View;
import dev.farminglabs.orm.engine.view.ViewNode;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows a record that was just written. What the write gave back is enough for a view of the model's own fields; a view with
 * relations is read once more by id. Thread-safe.
 */
final class StoredViews {

    /** How often an upsert is made again whose record was gone when it was to be shown. */
    private static final int ATTEMPTS = 5;

    private final Reader reader;
    private final Supplier<Values> operations;

    StoredViews(Reader reader, Supplier<Values> operations) {
        this.reader = reader;
        this.operations = operations;
    }

    /** What a write has to give back for the view. */
    static List<FieldDefinition> returning(View<?> view) {
        List<FieldDefinition> fields =
                view.root().flat() ? view.plan(NativeRelations.NONE).fields() : List.of();
        return fields.isEmpty() ? List.of(view.root().model().id()) : fields;
    }

    <T> T created(
            Request request, @Nullable Object[] row, List<FieldDefinition> generated, Written written, View<T> view) {
        for (int i = 0; i < generated.size(); i++) {
            row[generated.get(i).position()] = written.rows().get(0)[i];
        }
        if (view.root().flat()) {
            List<FieldDefinition> fields = view.plan(NativeRelations.NONE).fields();
            @Nullable Object[] cells = new Object[fields.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row[fields.get(i).position()];
            }
            return shown(cells, view);
        }
        FieldDefinition id = request.model().id();
        Object key = row[id.position()];
        return read(request, Map.of(id, java.util.Objects.requireNonNull(key)), view)
                .orElseThrow(() -> gone(request.model()));
    }

    <T> Optional<T> first(Request request, Written written, View<T> view) {
        if (written.rows().isEmpty()) {
            return Optional.empty();
        }
        @Nullable Object[] row = written.rows().get(0);
        if (view.root().flat()) {
            return Optional.of(shown(row, view));
        }
        Object id = row[0];
        return id == null
                ? Optional.empty()
                : read(request, Map.of(request.model().id(), id), view);
    }

    private static <T> T shown(@Nullable Object[] cells, View<T> view) {
        return view.cast(new Assembler().assemble(view.plan(NativeRelations.NONE), cells, 0));
    }

    /** The record as an upsert left it; one that was refused is read, and one gone meanwhile makes the upsert happen again. */
    <T> T upserted(
            Request request,
            UniqueMatch match,
            Map<FieldDefinition, Object> key,
            Written written,
            Supplier<Written> again,
            View<T> view) {
        Written last = written;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            refuseInvisible(request, match, key, last);
            Optional<T> found =
                    last.outcome() == Written.Outcome.NOTHING ? read(request, key, view) : first(request, last, view);
            if (found.isPresent()) {
                return found.get();
            }
            last = again.get();
        }
        throw gone(request.model());
    }

    /** Whether there may be records of the model that a caller does not see. */
    static boolean hides(ModelDefinition model) {
        return model.with(FieldRole.TENANT) != null || model.with(FieldRole.SOFT_DELETE) != null;
    }

    /** A record that is out of sight still holds its key, unless its time is over. */
    void refuseInvisible(Request request, UniqueMatch match, Map<FieldDefinition, Object> key, Written written) {
        ModelDefinition model = request.model();
        if (written.outcome() != Written.Outcome.NOTHING || !hides(model)) {
            return;
        }
        if (hidden(request, key)) {
            throw OrmFailure.of(
                            OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                            "Unique key " + match.key() + " is held by a record that this call cannot see:"
                                    + " one marked as deleted, or another tenant's")
                    .about(model.name(), match.key().fieldNames())
                    .exception();
        }
    }

    /** Asked in one step: between two of them a record that is in sight may go, and another one come. */
    private boolean hidden(Request request, Map<FieldDefinition, Object> key) {
        Values values = operations.get();
        Predicate hidden =
                Predicate.and(keyed(key, values), new Visibility(request.scope(), values).hidden(request.model()));
        Request everyone = request.scope(request.scope().includingDeleted().acrossAllTenants());
        NodePlan plan = NodePlan.of(
                new ViewNode(request.model(), components -> components, List.of()),
                NativeRelations.NONE,
                List.of(request.model().id()));
        Reader.Asked asked = new Reader.Asked(everyone, hidden, List.of(), 0, null, values);
        return !reader.rows(asked, plan, Map.of()).isEmpty();
    }

    private <T> Optional<T> read(Request request, Map<FieldDefinition, Object> key, View<T> view) {
        Values values = operations.get();
        Reader.Asked asked = new Reader.Asked(request, keyed(key, values), List.of(), 0, null, values);
        return reader.read(asked, view).stream().findFirst();
    }

    private static Predicate keyed(Map<FieldDefinition, Object> key, Values values) {
        List<Predicate> parts = new ArrayList<>();
        key.forEach(
                (field, value) -> parts.add(new Predicate.Compare(field, Comparison.EQUAL, values.add(value), false)));
        return Predicate.and(parts);
    }

    private static RuntimeException gone(ModelDefinition model) {
        return OrmFailure.of(
                        OrmErrorCode.TRANSACTION_CONFLICT,
                        "The record of " + model
                                + " was written, and removed by somebody else before it could be shown")
                .about(model.name(), List.of())
                .advising(Retry.OUTCOME_UNKNOWN)
                .exception();
    }
}
