package dev.farminglabs.orm.definition;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model while its class is being constructed. Not thread-safe: one constructor fills it, and {@link #resolve} ends it.
 */
public final class ModelDeclaration {

    final Class<?> modelClass;
    final @Nullable String table;
    final List<FieldDeclaration> fields = new ArrayList<>();
    final List<RelationDeclaration> relations = new ArrayList<>();
    final List<RelationDeclaration> variants = new ArrayList<>();
    final List<UniqueDeclaration> uniques = new ArrayList<>();
    final List<List<FieldDeclaration>> indexes = new ArrayList<>();

    /** The names found for what was declared; compared by identity. */
    public interface Names {
        /** The Java name of the field, or null when no public final Java field holds it. */
        @Nullable
        String of(FieldDeclaration field);

        /** The Java name of the relation, or null likewise. */
        @Nullable
        String of(RelationDeclaration relation);
    }

    /** A model of that class, in that table or, for null, in one named after the class. */
    public ModelDeclaration(Class<?> modelClass, @Nullable String table) {
        this.modelClass = modelClass;
        this.table = table;
    }

    /** Adds a field. */
    public FieldDeclaration field(FieldKind kind, Type javaType) {
        FieldDeclaration field = new FieldDeclaration(kind, javaType);
        fields.add(field);
        return field;
    }

    /** Adds a relation. */
    public void relation(RelationDeclaration relation) {
        relations.add(relation);
    }

    /** Says that the model is a variant of the one the relation, which was added already, leads to. */
    public void variant(RelationDeclaration relation) {
        variants.add(relation);
    }

    /** Adds a compound unique key. */
    public void unique(UniqueDeclaration unique) {
        uniques.add(unique);
    }

    /** Adds an index. */
    public void index(List<FieldDeclaration> indexed) {
        indexes.add(List.copyOf(indexed));
    }

    /**
     * The immutable definition. What is wrong with the model by itself is added to {@code problems}; a definition made
     * with problems is good for messages only.
     */
    public ModelDefinition resolve(Names names, List<String> problems) {
        if (!variants.isEmpty()) {
            shareId(variants.get(0), problems);
        }
        return new ModelDefinition(this, names, problems);
    }

    /** The id of a variant is never made for it: it is that of the base record. */
    private void shareId(RelationDeclaration base, List<String> problems) {
        if (variants.size() > 1) {
            problems.add("is a variant of more than one model: declare variantOf(...) once");
        }
        for (FieldDeclaration field : fields) {
            if (field.roles.contains(FieldRole.ID)) {
                if (field.references != null || field.onDelete != null) {
                    problems.add("is a variant, whose id is that of its base: leave references(...) and onDelete(...)"
                            + " out there");
                }
                field.references = () -> base.target().get().id();
                field.onDelete = DeleteRule.CASCADE;
                field.defaultValue = null;
            }
        }
    }

    /** The fields declared so far, in order. */
    public List<FieldDeclaration> fields() {
        return List.copyOf(fields);
    }

    /** The relations declared so far, in order. */
    public List<RelationDeclaration> relations() {
        return List.copyOf(relations);
    }
}
