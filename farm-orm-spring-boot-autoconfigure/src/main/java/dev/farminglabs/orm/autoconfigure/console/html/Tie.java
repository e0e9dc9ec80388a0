package dev.farminglabs.orm.autoconfigure.console.html;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds the value of another one: what is left of references and relations in both directions.
 *
 * @param from the field that holds the key
 * @param to   the field whose value it is
 */
record Tie(FieldDefinition from, FieldDefinition to) {

    /**
     * Where its line begins and ends, and to which side it leaves: 1 is to the right, -1 to the left.
     *
     * @param x1   begin
     * @param y1   begin
     * @param out1 side
     * @param x2   end
     * @param y2   end
     * @param out2 side
     */
    record Ends(int x1, int y1, int out1, int x2, int y2, int out2) {

        private static final int BEND = 46;

        String path() {
            return "M" + x1 + " " + y1 + " C" + (x1 + BEND * out1) + " " + y1 + " " + (x2 + BEND * out2) + " " + y2
                    + " " + x2 + " " + y2;
        }
    }

    /** All ties of the schema, each once. */
    static List<Tie> all(SchemaDefinition schema) {
        Set<Tie> ties = new LinkedHashSet<>();
        for (ModelDefinition model : schema.models()) {
            for (FieldDefinition field : model.fields()) {
                ReferenceDefinition reference = field.reference();
                if (reference != null) {
                    ties.add(new Tie(field, reference.target()));
                }
            }
            model.relations().forEach(relation -> add(relation, ties));
        }
        return ties.stream()
                .filter(tie -> schema.contains(tie.from().model())
                        && schema.contains(tie.to().model()))
                .toList();
    }

    private static void add(RelationDefinition relation, Set<Tie> ties) {
        switch (relation.kind()) {
            case BELONGS_TO -> ties.add(new Tie(relation.localKey(), relation.targetKey()));
            case HAS_ONE, HAS_MANY -> ties.add(new Tie(relation.targetKey(), relation.localKey()));
            case MANY_TO_MANY -> {
                add(relation.joinLocal(), relation.localKey(), ties);
                add(relation.joinTarget(), relation.targetKey(), ties);
            }
        }
    }

    private static void add(@Nullable FieldDefinition from, FieldDefinition to, Set<Tie> ties) {
        if (from != null) {
            ties.add(new Tie(from, to));
        }
    }

    /** Whether at most one record points at another. */
    boolean single() {
        return from.model().uniques().stream().anyMatch(key -> key.fields().equals(List.of(from)));
    }

    boolean optional() {
        return from.nullable();
    }

    String sentence() {
        return from + " points at " + to;
    }

    /** Beside each other the line crosses the gap; in one column, or back, it leaves and comes in on one side. */
    Ends ends(Places places) {
        Place begin = places.of(from.model());
        Place end = places.of(to.model());
        int y1 = begin.row(from);
        int y2 = end.row(to);
        if (begin.x() > end.x()) {
            return new Ends(begin.x(), y1, -1, end.x() + Place.WIDTH, y2, 1);
        }
        if (begin.x() < end.x()) {
            return new Ends(begin.x() + Place.WIDTH, y1, 1, end.x(), y2, -1);
        }
        return new Ends(begin.x() + Place.WIDTH, y1, 1, end.x() + Place.WIDTH, y2, 1);
    }
}
