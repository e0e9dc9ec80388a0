package dev.farminglabs.orm.engine.view;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.driver.Capabilities.NativeRelations;
import dev.farminglabs.orm.engine.view.ViewNode.FieldPart;
import dev.farminglabs.orm.engine.view.ViewNode.RelationPart;
import dev.farminglabs.orm.operation.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one node of a view is read: where in a row each component is, which relations come in the same row, and which in a find
 * of their own. Positions are relative to the node's first cell. Immutable.
 */
public final class NodePlan {

    /**
     * A to-one relation in the same row: one cell that says whether it is there, then its own cells.
     *
     * @param component the component that shows it
     * @param part      what is read of it
     * @param presence  the cell that says whether it is there
     * @param plan      how its own cells are read
     */
    public record Joined(int component, RelationPart part, int presence, NodePlan plan) {}

    /**
     * A relation read by a find of its own, for the parents with the keys in that cell; or by the store together with the
     * parent, where it did so.
     *
     * @param component the component that shows it
     * @param part      what is read of it
     * @param localKey  the cell of the parent's key
     * @param rows      the cell of the rows that the store read with the parent, or -1 when it is not asked to
     * @param plan      how its rows are read
     */
    public record Loaded(int component, RelationPart part, int localKey, int rows, NodePlan plan) {

        /** The rows the store read with the parent, or null when it did not. */
        @SuppressWarnings("unchecked") // what Selection says of the cell
        public @Nullable List<@Nullable Object[]> nested(@Nullable Object[] row, int base) {
            return rows < 0 ? null : (List<@Nullable Object[]>) row[base + rows];
        }
    }

    private final ViewNode node;
    private final List<FieldDefinition> fields;
    /** For each component the cell of its field, or -1. */
    private final int[] cells;

    private final List<Joined> joined;
    private final List<Loaded> loaded;
    private final int width;
    /** The selection of a node's fields alone, the same at every read; null for nodes that read relations in the row. */
    private final @Nullable Selection flat;
    /** Whether a row is what the builder takes, as it is. */
    private final boolean direct;

    private NodePlan(
            ViewNode node,
            List<FieldDefinition> fields,
            int[] cells,
            List<Joined> joined,
            List<Loaded> loaded,
            int width) {
        this.node = node;
        this.fields = List.copyOf(fields);
        this.cells = cells;
        this.joined = List.copyOf(joined);
        this.loaded = List.copyOf(loaded);
        this.width = width;
        this.direct = direct(node, cells, width);
        boolean plain = joined.isEmpty() && loaded.stream().allMatch(branch -> branch.rows() < 0);
        this.flat = plain ? new Selection(node.model(), this.fields, List.of()) : null;
    }

    private static boolean direct(ViewNode node, int[] cells, int width) {
        for (int i = 0; i < cells.length; i++) {
            boolean asItIs = cells[i] == i
                    && node.parts().get(i) instanceof FieldPart field
                    && field.container() != ViewNode.Container.OPTIONAL
                    && !field.codec().decodes();
            if (!asItIs) {
                return false;
            }
        }
        return width == cells.length;
    }

    /** The plan of a node, for a store that reads such relations by itself. */
    public static NodePlan of(ViewNode node, NativeRelations byStore) {
        return of(node, byStore, List.of());
    }

    /** With further fields in the row, which no component shows. */
    public static NodePlan of(ViewNode node, NativeRelations byStore, List<FieldDefinition> further) {
        List<FieldDefinition> fields = new ArrayList<>();
        int[] cells = new int[node.parts().size()];
        List<Integer> inRow = new ArrayList<>();
        List<Integer> beside = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            ViewNode.Part part = node.parts().get(i);
            cells[i] = -1;
            if (part instanceof FieldPart field) {
                cells[i] = cell(fields, field.field());
            } else if (part instanceof RelationPart relation) {
                boolean joins = byStore.toOne() && !relation.relation().kind().toMany();
                (joins ? inRow : beside).add(i);
                if (!joins) {
                    cell(fields, relation.relation().localKey());
                }
            }
        }
        further.forEach(field -> cell(fields, field));
        int width = fields.size();
        List<Joined> joined = new ArrayList<>();
        for (int i : inRow) {
            RelationPart relation = (RelationPart) node.parts().get(i);
            NodePlan plan = of(relation.node(), byStore);
            joined.add(new Joined(i, relation, width, plan));
            width += 1 + plan.width;
        }
        List<Loaded> loaded = new ArrayList<>();
        for (int i : beside) {
            RelationPart relation = (RelationPart) node.parts().get(i);
            int rows = nests(relation.relation(), byStore) ? width++ : -1;
            int key = fields.indexOf(relation.relation().localKey());
            loaded.add(new Loaded(i, relation, key, rows, of(relation.node(), byStore)));
        }
        return new NodePlan(node, fields, cells, joined, loaded, width);
    }

    private static boolean nests(RelationDefinition relation, NativeRelations byStore) {
        return relation.kind().toMany() && (relation.joinLocal() == null ? byStore.toMany() : byStore.manyToMany());
    }

    private static int cell(List<FieldDefinition> fields, FieldDefinition field) {
        int index = fields.indexOf(field);
        if (index < 0) {
            fields.add(field);
            return fields.size() - 1;
        }
        return index;
    }

    /** What is read. */
    public ViewNode node() {
        return node;
    }

    /** The fields of the row, in order. */
    public List<FieldDefinition> fields() {
        return fields;
    }

    /** The relations in the same row. */
    public List<Joined> joined() {
        return joined;
    }

    /** The relations that have no cells of their own; those whose rows come in a cell stand in the order of their cells. */
    public List<Loaded> loaded() {
        return loaded;
    }

    /** The selection of a node's fields alone, the same at every read; null for nodes that read relations in the row. */
    public @Nullable Selection flat() {
        return flat;
    }

    /** Whether a row is what the builder takes, as it is. */
    boolean direct() {
        return direct;
    }

    /** The cell of a component's field, or -1 for a relation. */
    int cell(int component) {
        return cells[component];
    }
}
