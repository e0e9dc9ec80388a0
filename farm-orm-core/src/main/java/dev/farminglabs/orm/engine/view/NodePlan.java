package dev.farminglabs.orm.engine.view;

import dev.farminglabs.orm.definition.FieldDefinition;
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
     * A relation read by a find of its own, for the parents with the keys in that cell.
     *
     * @param component the component that shows it
     * @param part      what is read of it
     * @param localKey  the cell of the parent's key
     * @param plan      how its rows are read
     */
    public record Loaded(int component, RelationPart part, int localKey, NodePlan plan) {}

    private final ViewNode node;
    private final List<FieldDefinition> fields;
    /** For each component the cell of its field, or -1. */
    private final int[] cells;

    private final List<Joined> joined;
    private final List<Loaded> loaded;
    private final int width;
    /** The selection of a node without joined relations, the same at every read; null for other nodes. */
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
        this.flat = joined.isEmpty() ? new Selection(node.model(), this.fields, List.of()) : null;
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

    /** The plan of a node; {@code nativeToOne} says whether the store reads to-one relations in the same row. */
    public static NodePlan of(ViewNode node, boolean nativeToOne) {
        return of(node, nativeToOne, List.of());
    }

    /** With further fields in the row, which no component shows. */
    public static NodePlan of(ViewNode node, boolean nativeToOne, List<FieldDefinition> further) {
        List<FieldDefinition> fields = new ArrayList<>();
        int[] cells = new int[node.parts().size()];
        List<Loaded> loaded = new ArrayList<>();
        List<Integer> inRow = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            ViewNode.Part part = node.parts().get(i);
            cells[i] = -1;
            if (part instanceof FieldPart field) {
                cells[i] = cell(fields, field.field());
            } else if (part instanceof RelationPart relation) {
                if (nativeToOne && !relation.relation().kind().toMany()) {
                    inRow.add(i);
                } else {
                    int key = cell(fields, relation.relation().localKey());
                    loaded.add(new Loaded(i, relation, key, of(relation.node(), nativeToOne)));
                }
            }
        }
        further.forEach(field -> cell(fields, field));
        int width = fields.size();
        List<Joined> joined = new ArrayList<>();
        for (int i : inRow) {
            RelationPart relation = (RelationPart) node.parts().get(i);
            NodePlan plan = of(relation.node(), nativeToOne);
            joined.add(new Joined(i, relation, width, plan));
            width += 1 + plan.width;
        }
        return new NodePlan(node, fields, cells, joined, loaded, width);
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

    /** The relations read by a find of their own. */
    public List<Loaded> loaded() {
        return loaded;
    }

    /** The selection of a node without joined relations, the same at every read; null for other nodes. */
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
