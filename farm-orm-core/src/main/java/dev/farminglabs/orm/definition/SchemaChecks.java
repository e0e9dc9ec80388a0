package dev.farminglabs.orm.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be wrong between the models of a schema. */
final class SchemaChecks {

    private final SchemaDefinition schema;
    private final List<String> problems;

    private SchemaChecks(SchemaDefinition schema, List<String> problems) {
        this.schema = schema;
        this.problems = problems;
    }

    static void check(SchemaDefinition schema, List<String> problems) {
        SchemaChecks checks = new SchemaChecks(schema, problems);
        checks.names();
        for (ModelDefinition model : schema.models()) {
            model.fields().forEach(checks::reference);
            model.relations().forEach(checks::relation);
            checks.variant(model);
        }
    }

    /** A variant is seen, stamped and removed with its base, so what decides on that is said there. */
    private void variant(ModelDefinition model) {
        RelationDefinition relation = model.variantOf();
        ModelDefinition base = relation == null ? null : resolved("relation " + relation, relation::target);
        if (base == null || !schema.contains(base)) {
            return; // reported as a relation
        }
        String what = "model " + model + " is a variant of " + base;
        if (base == model || base.variantOf() != null) {
            problems.add(what + ", which is a variant itself: declare it a variant of the model that is not");
        }
        if (base.with(FieldRole.EXPIRY) != null) {
            problems.add(what + ", whose records expire, and would stay behind: a base cannot expire");
        }
        if (model.with(FieldRole.SOFT_DELETE) != null || model.with(FieldRole.EXPIRY) != null) {
            problems.add(what + " and lives as long as that: declare softDelete() there, and no expires()");
        }
        if ((model.with(FieldRole.TENANT) == null) != (base.with(FieldRole.TENANT) == null)) {
            problems.add(what + ", and only one of them names the tenant: declare tenant() in both");
        }
    }

    private void names() {
        if (schema.name().isBlank()) {
            problems.add("the name is blank");
        }
        if (schema.models().isEmpty()) {
            problems.add("there is no model in it");
        }
        Map<String, ModelDefinition> byName = new HashMap<>();
        for (ModelDefinition model : schema.models()) {
            ModelDefinition other = byName.putIfAbsent(model.name(), model);
            if (other != null && other != model) {
                problems.add("two models are called " + model.name() + ": "
                        + other.modelClass().getName() + " and "
                        + model.modelClass().getName());
            }
        }
    }

    private void reference(FieldDefinition field) {
        ReferenceDefinition reference = field.reference();
        if (reference == null) {
            return;
        }
        FieldDefinition target = resolved("field " + field, reference::target);
        if (target == null) {
            return;
        }
        if (!schema.contains(target.model())) {
            problems.add("field " + field + " references " + target + ", which is not in this schema"
                    + home(target.model()));
        } else if (!unique(target)) {
            problems.add("field " + field + " references " + target + ", which is neither the id nor unique"
                    + (target.model().with(FieldRole.LIVE) == null ? "" : " among records marked as deleted"));
        } else if (target.kind() != field.kind()) {
            problems.add("field " + field + " is " + field.kind() + " but references " + target + ", which is "
                    + target.kind());
        }
        if (reference.onDelete() == DeleteRule.RESTRICT && target.model().with(FieldRole.EXPIRY) != null) {
            problems.add("field " + field + " references " + target + ", whose records expire, and would keep them:"
                    + " say onDelete(CASCADE) or onDelete(SET_NULL)");
        }
    }

    /** Where the model is from, when its class says so, and what then helps. */
    private static String home(ModelDefinition model) {
        Class<?> around = model.modelClass().getEnclosingClass();
        return around != null && SchemaSource.class.isAssignableFrom(around)
                ? " but in " + around.getSimpleName() + ": list it here too where both are in one store"
                : "";
    }

    private void relation(RelationDefinition relation) {
        String what = "relation " + relation;
        ModelDefinition target = resolved(what, relation::target);
        if (target == null) {
            return;
        }
        if (!schema.contains(target)) {
            problems.add(what + " points at model " + target + ", which is not in this schema" + home(target));
            return;
        }
        FieldDefinition join = relation.joinLocal();
        FieldDefinition joinTarget = relation.joinTarget();
        if (join == null || joinTarget == null) {
            sameKind(what, relation.localKey(), relation.targetKey());
        } else if (!schema.contains(join.model())) {
            problems.add(what + " goes through model " + join.model() + ", which is not in this schema"
                    + home(join.model()));
        } else {
            sameKind(what, relation.localKey(), join);
            sameKind(what, relation.targetKey(), joinTarget);
        }
        keys(what, relation);
        if (relation.kind() == RelationKind.HAS_ONE
                && target.uniques().stream().noneMatch(key -> key.declared().equals(List.of(relation.targetKey())))) {
            problems.add(what + " is to-one but " + relation.targetKey()
                    + " is not unique: declare it unique(), or the relation hasMany");
        }
    }

    /** A key that references another model than the one it is said to lead to would link unrelated records. */
    private void keys(String what, RelationDefinition relation) {
        ModelDefinition model = relation.model();
        ModelDefinition target = relation.target();
        FieldDefinition join = relation.joinLocal();
        FieldDefinition joinTarget = relation.joinTarget();
        if (join != null && joinTarget != null) {
            leadsTo(what, join, model);
            leadsTo(what, joinTarget, target);
        } else if (relation.kind() == RelationKind.BELONGS_TO) {
            leadsTo(what, relation.localKey(), target);
        } else {
            leadsTo(what, relation.targetKey(), model);
        }
    }

    private void leadsTo(String what, FieldDefinition key, ModelDefinition model) {
        ReferenceDefinition reference = key.reference();
        if (reference != null && reference.target().model() != model) {
            problems.add(what + " goes by " + key + ", which references " + reference.target() + " and not " + model);
        }
    }

    private void sameKind(String what, FieldDefinition one, FieldDefinition other) {
        if (one.kind() != other.kind()) {
            problems.add(what + " links " + one + " (" + one.kind() + ") with " + other + " (" + other.kind() + ")");
        }
    }

    private static boolean unique(FieldDefinition field) {
        return field.model().uniques().stream().anyMatch(key -> key.fields().equals(List.of(field)));
    }

    private interface Lookup<T> {
        @Nullable
        T get();
    }

    /** Suppliers run application code that may meet a constant that is not set yet. */
    private <T> @Nullable T resolved(String what, Lookup<T> lookup) {
        try {
            T found = lookup.get();
            if (found != null) {
                return found;
            }
        } catch (NullPointerException e) {
            // a model constant is still null: reported below
        } catch (RuntimeException e) {
            if (schema.models().stream().anyMatch(model -> model.with(FieldRole.ID) == null)) {
                return null; // nothing leads to or from a model without a key, which is reported already
            }
            problems.add(what + " cannot be resolved: " + e.getMessage());
            return null;
        }
        problems.add(what + " points at a model constant that is still null:"
                + " declare the model constants above every use of the schema");
        return null;
    }
}
