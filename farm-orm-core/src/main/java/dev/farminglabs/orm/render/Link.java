package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.RelationKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reference, with what it is called at both ends. Tools that know relations want both ends of each and a name for it; the
 * schema may have declared one end, both or none.
 *
 * @param field    the field that points
 * @param forward  what the pointing model calls the other
 * @param backward what the other calls the pointing model
 * @param single   whether at most one record points at the same other
 */
record Link(FieldDefinition field, String forward, String backward, boolean single) {

    /** The links of all models. No name is used twice in a model, or is that of a field. */
    static List<Link> of(Sources sources, ModelNames names) {
        // declared names first, so that a made-up one gives way
        List<FieldDefinition> references = sources.models().stream()
                .flatMap(model -> model.fields().stream())
                .filter(field -> field.reference() != null)
                .toList();
        List<Optional<String>> forwards = references.stream()
                .map(field -> declared(field.model(), field, names, true))
                .toList();
        List<Optional<String>> backwards = references.stream()
                .map(field -> declared(target(field).model(), field, names, false))
                .toList();
        return Stream.iterate(0, at -> at < references.size(), at -> at + 1)
                .map(at -> link(references.get(at), forwards.get(at), backwards.get(at), names))
                .toList();
    }

    private static Link link(
            FieldDefinition field, Optional<String> forward, Optional<String> backward, ModelNames names) {
        ModelDefinition model = field.model();
        boolean single = model.uniques().stream().anyMatch(key -> key.fields().equals(List.of(field)));
        String stem = field.name().replaceAll("(?<=.)(Id|_id)$", "");
        String here =
                forward.orElseGet(() -> names.member(model, stem.equals(field.name()) ? field.name() + "Ref" : stem));
        String there = backward.orElseGet(
                () -> names.member(target(field).model(), model.name() + "By" + FreeNames.capitalized(field.name())));
        return new Link(field, here, there, single);
    }

    /** The name of the declared relation that goes that way along the reference. */
    private static Optional<String> declared(
            ModelDefinition from, FieldDefinition field, ModelNames names, boolean forward) {
        return from.relations().stream()
                .filter(relation -> forward ? leads(relation, field) : returns(relation, field))
                .findFirst()
                .map(relation -> names.member(from, relation.name()));
    }

    private static boolean leads(RelationDefinition relation, FieldDefinition field) {
        return relation.kind() == RelationKind.BELONGS_TO
                && relation.localKey() == field
                && relation.target() == target(field).model();
    }

    private static boolean returns(RelationDefinition relation, FieldDefinition field) {
        boolean back = relation.kind() == RelationKind.HAS_ONE || relation.kind() == RelationKind.HAS_MANY;
        return back && relation.targetKey() == field && relation.localKey() == target(field);
    }

    /** The field pointed at. */
    FieldDefinition target() {
        return target(field);
    }

    private static FieldDefinition target(FieldDefinition field) {
        return reference(field).target();
    }

    ReferenceDefinition reference() {
        return reference(field);
    }

    private static ReferenceDefinition reference(FieldDefinition field) {
        return Objects.requireNonNull(field.reference(), "reference");
    }
}
