package dev.farminglabs.orm.engine.view;

import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.driver.Capabilities.NativeRelations;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * A checked select shape with its branches narrowed. Immutable and thread-safe.
 *
 * @param <T> what a record is read into
 */
public final class View<T> {

    private final ViewNode root;
    private final Map<RelationDefinition, Narrowing> narrowings;
    private final Class<T> type;
    private volatile @Nullable NodePlan plan;

    /** A view of that shape into objects of that type. */
    public View(ViewNode root, Class<T> type, Map<RelationDefinition, Narrowing> narrowings) {
        this.root = root;
        this.type = type;
        this.narrowings = narrowings;
    }

    /**
     * The same with one branch narrowed.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_PROJECTION} when the shape
     *     does not read the relation, or a to-one branch is more than filtered or cannot hold an absent record
     */
    public View<T> narrow(RelationDefinition relation, Narrowing narrowing) {
        List<ViewNode.RelationPart> parts = root.parts().stream()
                .filter(ViewNode.RelationPart.class::isInstance)
                .map(ViewNode.RelationPart.class::cast)
                .filter(part -> part.relation() == relation)
                .toList();
        if (parts.isEmpty()) {
            throw refused(type.getName() + " does not read " + relation + ", so it cannot be narrowed");
        }
        if (!relation.kind().toMany()) {
            if (!narrowing.onlyFilters()) {
                throw refused(relation + " is to-one: its branch can have conditions, but no order, skip or take");
            }
            if (parts.stream().anyMatch(part -> part.container() == ViewNode.Container.PLAIN)) {
                throw refused(relation + " is narrowed and may then be absent in " + type.getName()
                        + ": declare it @Nullable or Optional");
            }
        }
        Map<RelationDefinition, Narrowing> more = new HashMap<>(narrowings);
        more.put(relation, narrowing);
        return new View<>(root, type, Map.copyOf(more));
    }

    private DataAccessException refused(String message) {
        return OrmFailure.of(OrmErrorCode.INVALID_PROJECTION, message)
                .about(root.model().name(), List.of())
                .exception();
    }

    /** How the store of this view's engine reads it; made at the first read, since the store may not be reached earlier. */
    public NodePlan plan(NativeRelations byStore) {
        NodePlan found = plan;
        if (found == null) {
            found = NodePlan.of(root, byStore);
            plan = found;
        }
        return found;
    }

    /** An object that the root's builder made. */
    @SuppressWarnings("unchecked") // it makes objects of this type
    public T cast(Object built) {
        return (T) built;
    }

    /** The shape. */
    public ViewNode root() {
        return root;
    }

    /** How its relations are narrowed. */
    public Map<RelationDefinition, Narrowing> narrowings() {
        return narrowings;
    }
}
