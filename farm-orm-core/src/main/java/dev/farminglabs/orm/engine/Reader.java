package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Capabilities.NativeRelations;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.engine.view.Assembler;
import dev.farminglabs.orm.engine.view.Narrowing;
import dev.farminglabs.orm.engine.view.NodePlan;
import dev.farminglabs.orm.engine.view.View;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Parents;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads records and what is related to them: one find for the records, and one for each relation the store does not read by
 * itself, at any number of records. Thread-safe.
 */
final class Reader {

    private final Driver driver;
    private final DriverSession session;
    private final Supplier<Values> operations;
    private final Emulations emulations;

    Reader(Driver driver, DriverSession session, Supplier<Values> operations, Emulations emulations) {
        this.driver = driver;
        this.session = session;
        this.operations = operations;
        this.emulations = emulations;
    }

    /** What the store reads of relations by itself. */
    NativeRelations byStore() {
        Capabilities capabilities = driver.capabilities();
        emulations.sayOnce(capabilities);
        return capabilities.nativeRelations();
    }

    /** What one find asks for. */
    record Asked(
            Request request,
            Predicate where,
            List<Sort> sorts,
            int skip,
            @Nullable Integer take,
            Values values) {

        /** The request as it is, its order made total where it matters. */
        static Asked of(Request request, Values values) {
            boolean paged = request.skip() > 0 || request.take() != null;
            List<Sort> sorts = paged ? total(request.model(), request.sorts()) : request.sorts();
            Predicate where = request.where().bind(values);
            return new Asked(request, where, sorts, request.skip(), request.take(), values);
        }

        Asked takeOne() {
            return new Asked(request, where, total(request.model(), sorts), skip, 1, values);
        }

        Asked and(Predicate more) {
            return new Asked(request, Predicate.and(where, more), sorts, skip, take, values);
        }
    }

    /** The order completed with the id, unless it is in it. */
    static List<Sort> total(ModelDefinition model, List<Sort> sorts) {
        FieldDefinition id = model.id();
        if (sorts.stream().anyMatch(sort -> sort.field() == id)) {
            return sorts;
        }
        List<Sort> all = new ArrayList<>(sorts);
        all.add(new Sort(id, false, true));
        return List.copyOf(all);
    }

    <T> List<T> read(Asked asked, View<T> view) {
        NodePlan plan = view.plan(byStore());
        List<@Nullable Object[]> rows = rows(asked, plan, view.narrowings());
        return objects(asked.request().scope(), plan, view, rows);
    }

    /** The rows of the records themselves, laid out as the plan says. */
    List<@Nullable Object[]> rows(Asked asked, NodePlan plan, Map<RelationDefinition, Narrowing> narrowings) {
        Integer take = asked.take();
        if (take != null && take == 0) {
            return List.of();
        }
        Values values = asked.values();
        Visibility visibility = new Visibility(asked.request().scope(), values);
        ModelDefinition model = asked.request().model();
        refuseUnordered(model, asked.sorts());
        Find find = new Find(
                model,
                visibility.of(model, asked.where()),
                asked.sorts(),
                asked.skip() == 0 ? null : values.add(asked.skip()),
                take == null ? null : values.add(take),
                selection(plan, narrowings, visibility, values),
                null);
        return session.find(find, values.arguments());
    }

    private static void refuseUnordered(ModelDefinition model, List<Sort> sorts) {
        for (Sort sort : sorts) {
            if (sort.field().kind() == FieldKind.JSON) {
                throw Refusal.query(model, sort.field() + " is JSON and has no order");
            }
        }
    }

    <T> List<T> objects(Scope scope, NodePlan plan, View<T> view, List<@Nullable Object[]> rows) {
        Assembler assembler = new Assembler();
        load(scope, plan, view.narrowings(), rows, 0, assembler);
        List<T> objects = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            objects.add(view.cast(assembler.assemble(plan, row, 0)));
        }
        return objects;
    }

    private Selection selection(
            NodePlan plan, Map<RelationDefinition, Narrowing> narrowings, Visibility visibility, Values values) {
        if (plan.flat() != null) {
            return plan.flat();
        }
        List<Selection.Branch> branches = new ArrayList<>(plan.joined().size());
        for (NodePlan.Joined joined : plan.joined()) {
            RelationDefinition relation = joined.part().relation();
            Predicate where =
                    narrowings.getOrDefault(relation, Narrowing.NONE).where().bind(values);
            branches.add(new Selection.Branch(
                    relation,
                    visibility.along(relation, where),
                    selection(joined.plan(), Map.of(), visibility, values)));
        }
        List<Selection.Nested> nested = new ArrayList<>(plan.loaded().size());
        for (NodePlan.Loaded loaded : plan.loaded()) {
            if (loaded.rows() >= 0) {
                RelationDefinition relation = loaded.part().relation();
                Narrowing narrowing = narrowings.getOrDefault(relation, Narrowing.NONE);
                Find find = related(loaded, narrowing, null, visibility, values);
                nested.add(new Selection.Nested(relation, visibility.link(relation), find));
            }
        }
        return new Selection(plan.node().model(), plan.fields(), branches, nested);
    }

    /** Reads the branches that are not in the rows, for all rows at once. */
    private void load(
            Scope scope,
            NodePlan plan,
            Map<RelationDefinition, Narrowing> narrowings,
            List<@Nullable Object[]> rows,
            int base,
            Assembler assembler) {
        for (NodePlan.Joined joined : plan.joined()) {
            int presence = base + joined.presence();
            List<@Nullable Object[]> present = new ArrayList<>();
            for (@Nullable Object[] row : rows) {
                if (row[presence] != null) {
                    present.add(row);
                }
            }
            load(scope, joined.plan(), Map.of(), present, presence + 1, assembler);
        }
        for (NodePlan.Loaded loaded : plan.loaded()) {
            Narrowing narrowing = narrowings.getOrDefault(loaded.part().relation(), Narrowing.NONE);
            Set<Object> keys = new LinkedHashSet<>();
            List<@Nullable Object[]> read = new ArrayList<>();
            for (@Nullable Object[] row : rows) {
                List<@Nullable Object[]> nested = loaded.nested(row, base);
                Object key = row[base + loaded.localKey()];
                if (nested != null) {
                    read.addAll(nested);
                } else if (key != null) {
                    keys.add(key);
                }
            }
            if (!read.isEmpty()) {
                load(scope, loaded.plan(), Map.of(), read, 0, assembler);
            }
            assembler.relate(loaded, branch(scope, loaded, narrowing, keys, assembler));
        }
    }

    private Map<Object, List<Object>> branch(
            Scope scope, NodePlan.Loaded loaded, Narrowing narrowing, Collection<Object> keys, Assembler assembler) {
        Integer take = narrowing.take();
        if (keys.isEmpty() || (take != null && take == 0)) {
            return Map.of();
        }
        List<@Nullable Object[]> rows = children(scope, loaded, narrowing, keys);
        load(scope, loaded.plan(), Map.of(), rows, 1, assembler);
        Map<Object, List<Object>> byParent = new HashMap<>();
        for (@Nullable Object[] row : rows) {
            Object key = row[0];
            if (key != null) {
                byParent.computeIfAbsent(key, any -> new ArrayList<>()).add(assembler.assemble(loaded.plan(), row, 1));
            }
        }
        return byParent;
    }

    private List<@Nullable Object[]> children(
            Scope scope, NodePlan.Loaded loaded, Narrowing narrowing, Collection<Object> keys) {
        Values values = operations.get();
        Visibility visibility = new Visibility(scope, values);
        RelationDefinition relation = loaded.part().relation();
        Parents parents = new Parents(relation, values.add(List.copyOf(keys)), visibility.link(relation));
        return session.find(related(loaded, narrowing, parents, visibility, values), values.arguments());
    }

    private Find related(
            NodePlan.Loaded loaded,
            Narrowing narrowing,
            @Nullable Parents parents,
            Visibility visibility,
            Values values) {
        ModelDefinition target = loaded.part().relation().target();
        refuseUnordered(target, narrowing.sorts());
        boolean none = narrowing.take() != null && narrowing.take() == 0;
        Integer take = none ? null : narrowing.take();
        return new Find(
                target,
                none
                        ? Predicate.none()
                        : visibility.along(
                                loaded.part().relation(), narrowing.where().bind(values)),
                narrowing.paged() ? total(target, narrowing.sorts()) : narrowing.sorts(),
                narrowing.skip() == 0 ? null : values.add(narrowing.skip()),
                take == null ? null : values.add(take),
                selection(loaded.plan(), Map.of(), visibility, values),
                parents);
    }
}
