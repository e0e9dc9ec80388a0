package dev.farminglabs.orm.engine.view;

import dev.farminglabs.orm.engine.view.ViewNode.Container;
import dev.farminglabs.orm.engine.view.ViewNode.FieldPart;
import dev.farminglabs.orm.engine.view.ViewNode.RelationPart;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes objects of rows, and of the related objects that were read for them. Used for one read. */
public final class Assembler {

    private final IdentityHashMap<NodePlan.Loaded, Map<Object, List<Object>>> related = new IdentityHashMap<>(4);

    /** The objects of a branch, by the local key of their parent; beside those that were told before. */
    public void relate(NodePlan.Loaded branch, Map<Object, List<Object>> byParent) {
        related.merge(branch, byParent, (before, more) -> {
            Map<Object, List<Object>> all = new HashMap<>(before);
            all.putAll(more);
            return all;
        });
    }

    /** The object of the row's cells from {@code base} on. */
    public Object assemble(NodePlan plan, @Nullable Object[] row, int base) {
        if (plan.direct() && base == 0) {
            return plan.node().builder().build(row);
        }
        @Nullable Object[] components = new Object[plan.node().parts().size()];
        for (int i = 0; i < components.length; i++) {
            if (plan.node().parts().get(i) instanceof FieldPart field) {
                Object value = field.codec().decode(row[base + plan.cell(i)]);
                components[i] = field.container() == Container.OPTIONAL ? Optional.ofNullable(value) : value;
            }
        }
        for (NodePlan.Joined joined : plan.joined()) {
            int presence = base + joined.presence();
            Object found = row[presence] == null ? null : assemble(joined.plan(), row, presence + 1);
            components[joined.component()] = one(joined.part(), found);
        }
        for (NodePlan.Loaded loaded : plan.loaded()) {
            List<@Nullable Object[]> nested = loaded.nested(row, base);
            List<Object> found =
                    nested == null ? found(loaded, row[base + loaded.localKey()]) : all(loaded.plan(), nested);
            components[loaded.component()] = contained(loaded.part(), found);
        }
        return plan.node().builder().build(components);
    }

    private List<Object> all(NodePlan plan, List<@Nullable Object[]> rows) {
        List<Object> objects = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            objects.add(assemble(plan, row, 0));
        }
        return objects;
    }

    private List<Object> found(NodePlan.Loaded branch, @Nullable Object key) {
        Map<Object, List<Object>> byParent = related.get(branch);
        return key == null || byParent == null ? List.of() : byParent.getOrDefault(key, List.of());
    }

    private static @Nullable Object contained(RelationPart part, List<Object> found) {
        return switch (part.container()) {
            case LIST -> Collections.unmodifiableList(found);
            case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(found));
            case PLAIN, NULLABLE, OPTIONAL -> one(part, found.isEmpty() ? null : found.get(0));
        };
    }

    private static @Nullable Object one(RelationPart part, @Nullable Object found) {
        if (part.container() == Container.OPTIONAL) {
            return Optional.ofNullable(found);
        }
        if (found == null && part.container() == Container.PLAIN) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_PROJECTION,
                            part.relation()
                                    + " leads to no record that can be seen, and the component that reads it cannot"
                                    + " be null: declare it @Nullable or Optional")
                    .about(part.relation().model().name(), List.of())
                    .exception();
        }
        return found;
    }
}
