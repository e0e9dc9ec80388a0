package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.engine.value.Assigned;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.engine.view.View;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates records of a variant together with those of its base. All or nothing where there are transactions; elsewhere the base
 * comes first, and is taken back when its variant is refused. Both are checked before anything is sent. Thread-safe.
 */
record Variants(Driver driver, DriverSession session, Supplier<Values> operations, Creations creations) {

    /** Stands in a row for an id that the store will make, until it has. */
    private static final Long LATER = 0L;

    /** The completed rows of one record, base first. */
    private static final class Pair {
        private final @Nullable Object[] base;
        private final @Nullable Object[] own;

        Pair(@Nullable Object[] base, @Nullable Object[] own) {
            this.base = base;
            this.own = own;
        }
    }

    static boolean concern(ModelDefinition model) {
        return model.variantOf() != null;
    }

    /** A variant's record alone is half a record. */
    static void refuseAlone(String verb, ModelDefinition model) {
        RelationDefinition relation = model.variantOf();
        if (relation != null) {
            ModelDefinition base = relation.target();
            throw Refusal.query(
                    model,
                    verb + " on " + model + ", whose records are one with those of " + base + ": create them with "
                            + "create(...) here, and remove them through " + base);
        }
    }

    private static ModelDefinition base(ModelDefinition model) {
        return Objects.requireNonNull(model.variantOf()).target();
    }

    <T> Prepared<T> create(Request request, List<Assigned> assigned, View<T> view) {
        Pair pair = pair(request, assigned);
        Creations.NewRecord first = creations.made(base(request.model()), pair.base);
        return new Prepared<>(
                first.call(),
                any -> together(() -> send(request.model(), first, pair.own)),
                written -> creations.shown(request, pair.own, written, view));
    }

    private Written send(ModelDefinition model, Creations.NewRecord first, @Nullable Object[] own) {
        Written written = first.send() == null
                ? session.write(first.call().write(), first.call().arguments())
                : first.send().apply(first.call());
        FieldDefinition id = base(model).id();
        int at = first.generated().indexOf(id);
        if (at >= 0) {
            own[model.id().position()] = written.rows().get(0)[at];
        }
        Object key = Objects.requireNonNull(own[model.id().position()]);
        return orTakenBack(model, List.of(key), () -> {
            Creations.NewRecord second = creations.made(model, own);
            return session.write(second.call().write(), second.call().arguments());
        });
    }

    long createMany(Request request, List<List<Assigned>> records) {
        ModelDefinition model = request.model();
        List<Pair> pairs = new ArrayList<>(records.size());
        for (List<Assigned> record : records) {
            pairs.add(pair(request, record));
        }
        List<@Nullable Object[]> owns = pairs.stream().map(pair -> pair.own).toList();
        boolean generated = pairs.stream()
                .anyMatch(pair -> !NewRecords.generated(base(model), pair.base).isEmpty());
        return together(() -> {
            if (generated) {
                // no store tells the ids of many new records
                pairs.forEach(pair -> send(model, creations.made(base(model), pair.base), pair.own));
                return (long) pairs.size();
            }
            creations.createRows(
                    base(model), pairs.stream().map(pair -> pair.base).toList());
            List<Object> ids = owns.stream()
                    .map(row -> Objects.requireNonNull(row[model.id().position()]))
                    .toList();
            return orTakenBack(model, ids, () -> creations.createRows(model, owns));
        });
    }

    /** Both rows; what both have, the id and the tenant, is decided by the base. */
    private Pair pair(Request request, List<Assigned> assigned) {
        ModelDefinition model = request.model();
        ModelDefinition base = base(model);
        Map<FieldDefinition, FieldDefinition> shared = shared(model, base);
        List<Assigned> own = new ArrayList<>();
        List<Assigned> ofBase = new ArrayList<>();
        for (Assigned one : assigned) {
            (one.field().model() == model ? own : ofBase).add(one);
        }
        for (Assigned one : own) {
            FieldDefinition twin = shared.get(one.field());
            if (twin != null && ofBase.stream().noneMatch(other -> other.field() == twin)) {
                ofBase.add(new Assigned(twin, one.kind(), one.value()));
            }
        }
        @Nullable Object[] first = creations.complete(forModel(request, base), ofBase, Map.of());
        Map<FieldDefinition, Object> decided = new LinkedHashMap<>();
        shared.forEach((here, there) -> {
            Object value = Objects.requireNonNull(first[there.position()]);
            decided.put(here, value == NewRecords.STORE_GENERATED ? LATER : value);
        });
        return new Pair(first, creations.complete(request, own, decided));
    }

    private static Map<FieldDefinition, FieldDefinition> shared(ModelDefinition model, ModelDefinition base) {
        Map<FieldDefinition, FieldDefinition> shared = new LinkedHashMap<>();
        shared.put(model.id(), base.id());
        FieldDefinition tenant = model.with(FieldRole.TENANT);
        FieldDefinition theirs = base.with(FieldRole.TENANT);
        if (tenant != null && theirs != null) {
            shared.put(tenant, theirs);
        }
        return shared;
    }

    private static Request forModel(Request request, ModelDefinition model) {
        return Request.of(model, request.scope());
    }

    private <T> T together(Supplier<T> work) {
        return driver.capabilities().supportsTransactions() ? session.transaction(work) : work.get();
    }

    /** A store without transactions keeps the base when its variant is refused, unless it is removed again. */
    private <T> T orTakenBack(ModelDefinition model, List<Object> ids, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            if (!driver.capabilities().supportsTransactions()) {
                takeBack(model, ids, failure);
            }
            throw failure;
        }
    }

    private void takeBack(ModelDefinition model, List<Object> ids, RuntimeException failure) {
        try {
            for (ModelDefinition half : List.of(model, base(model))) {
                Values values = operations.get();
                Predicate where = new Predicate.In(half.id(), values.add(ids), false);
                session.write(new Write.Delete(half, where), values.arguments());
            }
        } catch (RuntimeException more) {
            failure.addSuppressed(more);
        }
    }
}
