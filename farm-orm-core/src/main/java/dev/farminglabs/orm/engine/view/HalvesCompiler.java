package dev.farminglabs.orm.engine.view;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.RelationKind;
import dev.farminglabs.orm.engine.value.FieldCodecs;
import dev.farminglabs.orm.engine.view.ViewNode.Container;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what is read of a base and its variants. A sealed interface on the base permits a record for each variant, which names
 * it with {@code @From} on the type, and at most one without, for records of no variant. A component is looked up in the model
 * that was asked first, and then in its other half.
 */
final class HalvesCompiler {

    /** Makes the part of a component; null where a problem was reported. */
    @FunctionalInterface
    interface Parts {
        ViewNode.@Nullable Part of(ModelDefinition model, RecordComponent component);
    }

    private final FieldCodecs codecs;
    private final List<String> problems;
    private final Parts parts;

    HalvesCompiler(FieldCodecs codecs, List<String> problems, Parts parts) {
        this.codecs = codecs;
        this.problems = problems;
        this.parts = parts;
    }

    /** Whether the record of a variant shows something of its base. */
    static boolean concern(ModelDefinition model, Class<?> type) {
        RelationDefinition base = model.variantOf();
        return base != null
                && Arrays.stream(type.getRecordComponents())
                        .map(RecordShape::source)
                        .anyMatch(name -> !has(model, name) && has(base.target(), name));
    }

    private static boolean has(ModelDefinition model, String name) {
        return model.field(name) != null || model.relation(name) != null;
    }

    /** The node of a variant's record that shows something of the base. */
    ViewNode variant(ModelDefinition model, Class<?> type, RelationDefinition base) {
        Halves halves = new Halves(type.getSimpleName());
        // a base out of sight takes its variants along
        half(halves, model, type, base, Container.PLAIN);
        return halves.node(model);
    }

    /** The node of a sealed interface. */
    ViewNode alternatives(ModelDefinition model, Class<?> type) {
        Halves halves = new Halves(type.getSimpleName());
        Set<RelationDefinition> seen = new HashSet<>();
        Class<?> plain = null;
        for (Class<?> record : records(type, new ArrayList<>())) {
            String name = RecordShape.from(record.getAnnotations());
            if (name == null) {
                if (plain != null) {
                    problems.add(record.getSimpleName() + " and " + plain.getSimpleName()
                            + " do not say which variant they are: annotate one with @From(\"<relation>\")");
                }
                plain = record;
                continue;
            }
            RelationDefinition relation = relation(model, record, name);
            if (relation != null && !seen.add(relation)) {
                problems.add(record.getSimpleName() + " is a second record for variant " + relation);
            } else if (relation != null) {
                half(halves, model, record, relation, Container.NULLABLE);
            }
        }
        if (plain != null) {
            halves.add(places(halves, model, plain, null, List.of()), RecordShape.builder(plain));
        }
        return halves.node(model);
    }

    private List<Class<?>> records(Class<?> type, List<Class<?>> found) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                found.add(permitted);
            } else if (permitted.isInterface() && permitted.isSealed()) {
                records(permitted, found);
            } else {
                problems.add(permitted.getSimpleName() + ", which " + type.getSimpleName()
                        + " permits, is neither a record nor sealed");
            }
        }
        return found;
    }

    private @Nullable RelationDefinition relation(ModelDefinition model, Class<?> record, String name) {
        RelationDefinition relation = model.relation(name);
        RelationDefinition back = relation == null ? null : relation.target().variantOf();
        boolean fits = relation != null
                && relation.kind() == RelationKind.HAS_ONE
                && back != null
                && back.target() == model
                && relation.targetKey() == relation.target().id();
        if (!fits) {
            problems.add(record.getSimpleName() + " says @From(\"" + name + "\"): model " + model
                    + " has no such relation to a variant. Declare it with hasOne(() -> VARIANT.id), and variantOf(...)"
                    + " in the variant");
        }
        return fits ? relation : null;
    }

    private void half(
            Halves halves, ModelDefinition model, Class<?> record, RelationDefinition relation, Container container) {
        List<ViewNode.Part> other = new ArrayList<>();
        FieldDefinition id = relation.target().id();
        other.add(new ViewNode.FieldPart(id, codecs.of(id), Container.PLAIN)); // a half is never without cells
        int[] places = places(halves, model, record, relation.target(), other);
        halves.add(relation, container, List.copyOf(other), places, RecordShape.builder(record));
    }

    private int[] places(
            Halves halves,
            ModelDefinition model,
            Class<?> record,
            @Nullable ModelDefinition otherModel,
            List<ViewNode.Part> other) {
        RecordComponent[] components = record.getRecordComponents();
        int[] places = new int[components.length];
        for (int i = 0; i < places.length; i++) {
            RecordComponent component = components[i];
            String name = RecordShape.source(component);
            if (otherModel == null || has(model, name) || !has(otherModel, name)) {
                Object key = List.of(name, component.getGenericType(), RecordShape.nullable(component));
                places[i] = halves.place(key, () -> parts.of(model, component));
                continue;
            }
            ViewNode.Part part = parts.of(otherModel, component);
            if (part != null) {
                places[i] = -1 - other.size();
                other.add(part);
            }
        }
        return places;
    }
}
