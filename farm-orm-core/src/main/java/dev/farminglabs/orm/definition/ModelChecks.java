package dev.farminglabs.orm.definition;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be wrong with a model whatever the schema around it. Each problem is one line that says what to do. */
final class ModelChecks {

    private static final Set<FieldRole> AT_MOST_ONCE = Set.of(
            FieldRole.ID, FieldRole.EXPIRY, FieldRole.SOFT_DELETE, FieldRole.LIVE, FieldRole.TENANT, FieldRole.VERSION);

    private final ModelDefinition model;
    private final List<String> problems;

    private ModelChecks(ModelDefinition model, List<String> problems) {
        this.model = model;
        this.problems = problems;
    }

    static void check(ModelDefinition model, ModelDeclaration declared, List<String> problems) {
        ModelChecks checks = new ModelChecks(model, problems);
        checks.roles();
        for (int i = 0; i < declared.fields.size(); i++) {
            checks.field(model.fields().get(i), declared.fields.get(i));
        }
        checks.keys();
        checks.indexes();
        if (declared.table != null && declared.table.isBlank()) {
            problems.add("the table name is blank");
        }
    }

    private void roles() {
        if (model.with(FieldRole.ID) == null) {
            problems.add("has no key: declare one field with id() or numericId()");
        }
        for (FieldRole role : FieldRole.values()) {
            List<String> holders = model.fields().stream()
                    .filter(field -> field.is(role))
                    .map(FieldDefinition::name)
                    .toList();
            if (holders.size() > 1 && AT_MOST_ONCE.contains(role)) {
                problems.add(words(role) + " is declared by more than one field: " + holders);
            }
        }
        model.fields().forEach(this::combination);
    }

    /** A field has one of these roles at most, and what a role needs. */
    private void combination(FieldDefinition field) {
        List<String> roles = AT_MOST_ONCE.stream()
                .filter(field::is)
                .map(ModelChecks::words)
                .sorted()
                .toList();
        if (roles.size() > 1) {
            problems.add(field.name() + " is both " + String.join(" and ", roles) + ": use two fields");
        }
        boolean needsValue = field.is(FieldRole.VERSION) || field.is(FieldRole.TENANT);
        if (needsValue && field.nullable()) {
            problems.add(field.name() + " is the "
                    + words(field.is(FieldRole.VERSION) ? FieldRole.VERSION : FieldRole.TENANT)
                    + " and cannot be nullable");
        }
        if (field.is(FieldRole.SOFT_DELETE) && field.defaultValue() != null) {
            problems.add(field.name() + " marks deleted records and cannot have a default");
        }
        if (field.is(FieldRole.SECRET) && field.defaultValue() instanceof DefaultValue.Constant) {
            problems.add(
                    field.name() + " is secret() and has a default, which whoever reads the model or the table can see:"
                            + " give the value to each create");
        }
        if (field.is(FieldRole.LIVE)) {
            live(field);
        }
    }

    private void live(FieldDefinition field) {
        if (model.with(FieldRole.SOFT_DELETE) == null) {
            problems.add(field.name() + " is live(), and nothing marks records as deleted:"
                    + " declare softDelete() too, or leave it out");
        }
        if (!(field.defaultValue() instanceof DefaultValue.Constant constant)
                || !constant.value().equals(true)) {
            problems.add(field.name() + " is live(), true in every new record, and cannot have another default");
        }
        if (model.uniques().stream().anyMatch(key -> key.declared().contains(field))) {
            problems.add(field.name() + " is live(), which is a part of every unique key already: leave it out there");
        }
    }

    private void field(FieldDefinition field, FieldDeclaration declared) {
        String name = field.name();
        if (field.is(FieldRole.ID) && field.nullable()) {
            problems.add(name + " is the key and cannot be nullable");
        }
        if (field.nullable() && declared.unique && !declared.uniqueIfPresent) {
            problems.add(name + " is nullable and unique, and stores disagree on two nulls:"
                    + " declare it uniqueIfPresent(), or not nullable");
        }
        if (declared.unique && field.kind() == FieldKind.JSON) {
            problems.add(name + " is JSON and cannot be unique: make what is unique a field of its own");
        }
        if (declared.onDelete != null && field.reference() == null) {
            problems.add(name + " says onDelete but references nothing");
        }
        if (declared.onDelete == DeleteRule.SET_NULL && !field.nullable()) {
            problems.add(name + " says onDelete(SET_NULL) but is required: declare it nullable()");
        }
        if (declared.length != null && declared.length < 1) {
            problems.add(name + " has length " + declared.length + ": it must be at least 1");
        }
        if (declared.precision < 1 || declared.scale < 0 || declared.scale > declared.precision) {
            problems.add(name + " is decimal(" + declared.precision + ", " + declared.scale
                    + "): the scale must be between 0 and the precision");
        }
        if (field.enumeration() != null && field.enumeration().problem() != null) {
            problems.add(name + ": " + field.enumeration().problem());
        }
        if (field.defaultValue() instanceof DefaultValue.Constant constant && !fits(field, constant.value())) {
            problems.add(name + " has a default that does not fit the field");
        }
        if (declared.column != null && declared.column.isBlank()) {
            problems.add(name + " has a blank column name");
        }
    }

    private static boolean fits(FieldDefinition field, Object value) {
        Integer length = field.length();
        if (value instanceof String text) {
            return length == null || text.codePointCount(0, text.length()) <= length;
        }
        if (value instanceof BigDecimal given) {
            BigDecimal number = given.stripTrailingZeros();
            long integerDigits = (long) number.precision() - number.scale();
            return number.signum() == 0
                    || (number.scale() <= field.scale() && integerDigits <= field.precision() - field.scale());
        }
        return true;
    }

    private void keys() {
        Set<Set<FieldDefinition>> seen = new HashSet<>();
        for (UniqueDefinition key : model.uniques()) {
            if (!seen.add(new HashSet<>(key.fields()))) {
                problems.add("the unique key " + key.fieldNames() + " is declared twice");
            }
            if (new HashSet<>(key.declared()).size() < key.declared().size()) {
                problems.add("the unique key " + key.fieldNames() + " names a field twice");
            }
            if (key.declared().size() > 1) {
                compound(key);
            }
        }
    }

    private void compound(UniqueDefinition key) {
        for (FieldDefinition field : key.declared()) {
            if (field.nullable() && !key.saysIfPresent()) {
                problems.add("the unique key " + key.fieldNames() + " holds " + field.name()
                        + ", which is nullable: declare the key with uniqueIfPresent(...)");
            }
            if (field.kind() == FieldKind.JSON) {
                problems.add("the unique key " + key.fieldNames() + " holds " + field.name() + ", which is JSON");
            }
        }
    }

    private void indexes() {
        for (IndexDefinition index : model.indexes()) {
            for (FieldDefinition field : index.fields()) {
                if (field.kind() == FieldKind.JSON) {
                    problems.add("an index holds " + field.name()
                            + ", which is JSON: make what drives a query a field of its own");
                }
            }
            if (index.fields().isEmpty()) {
                problems.add("an index names no field");
            }
        }
    }

    private static String words(FieldRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
