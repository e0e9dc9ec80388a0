package dev.farminglabs.orm.engine.view;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A node whose objects are made of a record and its other half: of a base and one of its variants, or of a variant and its base.
 * The other half is a to-one relation like any other to those who read it. Filled by one compiler, and immutable afterwards.
 */
final class Halves {

    /**
     * One of the record classes that an object can be of: the part that holds the other half's cells, or -1 for records that have
     * none, and for each component its part, or where negative its cell in the other half, counted down from -1.
     */
    private static final class Alternative {
        private final int half;
        private final int[] places;
        private final ViewNode.RecordBuilder builder;

        Alternative(int half, int[] places, ViewNode.RecordBuilder builder) {
            this.half = half;
            this.places = places;
            this.builder = builder;
        }

        Object build(@Nullable Object[] parts) {
            @Nullable Object[] other = half < 0 ? parts : (@Nullable Object[]) Objects.requireNonNull(parts[half]);
            @Nullable Object[] components = new Object[places.length];
            for (int i = 0; i < places.length; i++) {
                components[i] = places[i] < 0 ? other[-1 - places[i]] : parts[places[i]];
            }
            return builder.build(components);
        }
    }

    private final String type;
    private final List<ViewNode.Part> parts = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();
    private final List<Alternative> alternatives = new ArrayList<>();

    /** Of objects of that type, as messages name it. */
    Halves(String type) {
        this.type = type;
    }

    /** The place of a part that several record classes may have; it is read once. */
    int place(Object key, Supplier<ViewNode.@Nullable Part> part) {
        Integer place = known.get(key);
        if (place == null) {
            ViewNode.Part made = part.get();
            if (made == null) {
                return 0; // a problem was reported, and nothing is read
            }
            place = parts.size();
            parts.add(made);
            known.put(key, place);
        }
        return place;
    }

    /** A record class of objects that are their own half only. */
    void add(int[] places, ViewNode.RecordBuilder builder) {
        alternatives.add(new Alternative(-1, places, builder));
    }

    /** A record class of objects that have that other half. */
    void add(
            RelationDefinition relation,
            ViewNode.Container container,
            List<ViewNode.Part> half,
            int[] places,
            ViewNode.RecordBuilder builder) {
        ViewNode node = new ViewNode(relation.target(), cells -> cells, half);
        alternatives.add(new Alternative(parts.size(), places, builder));
        parts.add(new ViewNode.RelationPart(relation, node, container));
    }

    /** What is read, and how an object is made of it: the first class whose half is there; one without a half stands last. */
    ViewNode node(ModelDefinition model) {
        List<Alternative> all = List.copyOf(alternatives);
        return new ViewNode(
                model,
                cells -> {
                    for (Alternative one : all) {
                        if (one.half < 0 || cells[one.half] != null) {
                            return one.build(cells);
                        }
                    }
                    throw OrmFailure.of(
                                    OrmErrorCode.INVALID_PROJECTION,
                                    "A record of " + model + " is none of the variants that " + type
                                            + " permits: permit a record without @From for it, or leave such records"
                                            + " out with a condition")
                            .about(model.name(), List.of())
                            .exception();
                },
                List.copyOf(parts));
    }
}
