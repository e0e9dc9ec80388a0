package dev.farminglabs.orm.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One kind of record. Immutable; equality is identity. */
public final class ModelDefinition {

    private final Class<?> modelClass;
    private final String name;
    private final @Nullable String declaredTable;
    private final List<FieldDefinition> fields;
    private final List<RelationDefinition> relations;
    private final @Nullable RelationDefinition variantOf;
    private final List<UniqueDefinition> uniques;
    private final List<IndexDefinition> indexes;
    private final Map<String, FieldDefinition> fieldsByName = new LinkedHashMap<>();
    private final Map<String, RelationDefinition> relationsByName = new LinkedHashMap<>();
    private final Map<FieldRole, FieldDefinition> byRole = new HashMap<>();
    private final IdentityHashMap<Object, Object> byDeclaration = new IdentityHashMap<>();

    ModelDefinition(ModelDeclaration declared, ModelDeclaration.Names names, List<String> problems) {
        this.modelClass = declared.modelClass;
        this.name = decapitalize(declared.modelClass.getSimpleName());
        this.declaredTable = declared.table;
        this.fields = fields(declared, names, problems);
        this.relations = relations(declared, names, problems);
        this.variantOf = declared.variants.isEmpty() ? null : relation(declared.variants.get(0));
        this.uniques = uniques(declared);
        this.indexes = declared.indexes.stream()
                .map(index ->
                        new IndexDefinition(index.stream().map(this::field).toList()))
                .toList();
        ModelChecks.check(this, declared, problems);
    }

    private static String decapitalize(String simpleName) {
        return simpleName.isEmpty()
                ? "anonymous"
                : simpleName.substring(0, 1).toLowerCase(Locale.ROOT) + simpleName.substring(1);
    }

    private List<FieldDefinition> fields(
            ModelDeclaration declared, ModelDeclaration.Names names, List<String> problems) {
        List<FieldDefinition> found = new ArrayList<>();
        for (FieldDeclaration declaration : declared.fields) {
            String fieldName = names.of(declaration);
            if (fieldName == null) {
                problems.add("a " + declaration.kind.name().toLowerCase(Locale.ROOT)
                        + " field was created but is not held by a public final Java field");
                fieldName = "?" + found.size(); // unlike any other, so that it is reported once
            }
            FieldDefinition field = new FieldDefinition(this, fieldName, found.size(), declaration);
            found.add(field);
            fieldsByName.put(fieldName, field);
            byDeclaration.put(declaration, field);
            declaration.roles.forEach(role -> byRole.putIfAbsent(role, field));
        }
        return List.copyOf(found);
    }

    private List<RelationDefinition> relations(
            ModelDeclaration declared, ModelDeclaration.Names names, List<String> problems) {
        List<RelationDefinition> found = new ArrayList<>();
        for (RelationDeclaration declaration : declared.relations) {
            String relationName = names.of(declaration);
            if (relationName == null) {
                problems.add("a relation was created but is not held by a public final Java field");
                relationName = "?" + found.size();
            }
            RelationDefinition relation = new RelationDefinition(this, relationName, declaration);
            found.add(relation);
            relationsByName.put(relationName, relation);
            byDeclaration.put(declaration, relation);
        }
        return List.copyOf(found);
    }

    private List<UniqueDefinition> uniques(ModelDeclaration declared) {
        List<UniqueDefinition> found = new ArrayList<>();
        FieldDefinition id = byRole.get(FieldRole.ID);
        if (id != null) {
            found.add(new UniqueDefinition(this, List.of(id), false));
        }
        for (FieldDeclaration field : declared.fields) {
            if (field.unique && !field.roles.contains(FieldRole.ID)) {
                found.add(new UniqueDefinition(this, List.of(field(field)), field.uniqueIfPresent));
            }
        }
        for (UniqueDeclaration unique : declared.uniques) {
            UniqueDefinition resolved = new UniqueDefinition(
                    this, unique.fields().stream().map(this::field).toList(), unique.ifPresent());
            found.add(resolved);
            byDeclaration.put(unique, resolved);
        }
        return List.copyOf(found);
    }

    /** The name in messages and errors: the class name, first letter in lower case. */
    public String name() {
        return name;
    }

    /** The class that declares the model, for messages. */
    public Class<?> modelClass() {
        return modelClass;
    }

    /** The table named in the model's constructor, or null for the class name in the client's naming. */
    public @Nullable String declaredTable() {
        return declaredTable;
    }

    /** All fields in the order of their declaration, inherited ones first. */
    public List<FieldDefinition> fields() {
        return fields;
    }

    /** All relations in the order of their declaration. */
    public List<RelationDefinition> relations() {
        return relations;
    }

    /** The relation to the base of which this is a variant, or null: its records share their ids with those of the base. */
    public @Nullable RelationDefinition variantOf() {
        return variantOf;
    }

    /** All unique keys: the id first, then single fields, then compound keys. */
    public List<UniqueDefinition> uniques() {
        return uniques;
    }

    /** The declared indexes; those that keys and references bring along are not among them. */
    public List<IndexDefinition> indexes() {
        return indexes;
    }

    /** The key. */
    public FieldDefinition id() {
        FieldDefinition id = byRole.get(FieldRole.ID);
        if (id == null) {
            throw new IllegalStateException(name + " has no id");
        }
        return id;
    }

    /** The field with that role, or null. */
    public @Nullable FieldDefinition with(FieldRole role) {
        return byRole.get(role);
    }

    /** The field of that name, or null. For binding records and rows; queries hold definitions, not names. */
    public @Nullable FieldDefinition field(String fieldName) {
        return fieldsByName.get(fieldName);
    }

    /** The relation of that name, or null. */
    public @Nullable RelationDefinition relation(String relationName) {
        return relationsByName.get(relationName);
    }

    /** What that field declaration became. */
    public FieldDefinition field(FieldDeclaration declaration) {
        return resolved(declaration, FieldDefinition.class);
    }

    /** What that relation declaration became. */
    public RelationDefinition relation(RelationDeclaration declaration) {
        return resolved(declaration, RelationDefinition.class);
    }

    /** What that key declaration became. */
    public UniqueDefinition unique(UniqueDeclaration declaration) {
        return resolved(declaration, UniqueDefinition.class);
    }

    private <T> T resolved(Object declaration, Class<T> type) {
        Object found = byDeclaration.get(declaration);
        if (found == null) {
            throw new IllegalArgumentException("Not declared by model " + name);
        }
        return type.cast(found);
    }

    @Override
    public String toString() {
        return name;
    }
}
