package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import java.util.List;

/**
 * What is read of each record. A row is an array laid out in this order: the values of {@link #fields()}, then for each
 * branch first the value of the relation's target key (null: there is no such record), then the branch's own selection,
 * laid out likewise, then one cell for each nested find. Immutable, compared by value, its hash kept.
 */
public final class Selection {

    /**
     * A to-one relation the store reads together with the record. Only stores whose capabilities say {@code
     * nativeRelations().toOne()} are given any.
     *
     * @param relation  the relation, never to-many
     * @param where     what the related record must meet to be seen; one that does not counts as absent
     * @param selection what is read of the related record
     */
    public record Branch(RelationDefinition relation, Predicate where, Selection selection) {}

    /**
     * A to-many relation the store reads together with the record. Its cell holds the list of the related records' rows,
     * or null where the store did not read them with this record: then they are read by a find of their own. Only stores
     * whose capabilities say {@code nativeRelations().toMany()}, for many-to-many {@code manyToMany()}, are given any. The
     * relation's local key is among the fields of the selection.
     *
     * @param relation the relation, to-many
     * @param link     as in {@link Parents}
     * @param find     what is read, in what order and how many for each record; it has no parents of its own
     */
    public record Nested(RelationDefinition relation, Predicate link, Find find) {}

    private final ModelDefinition model;
    private final List<FieldDefinition> fields;
    private final List<Branch> branches;
    private final List<Nested> nested;
    private final int width;
    private final int hash;

    /** Reads those fields and those to-one relations of the model. */
    public Selection(ModelDefinition model, List<FieldDefinition> fields, List<Branch> branches) {
        this(model, fields, branches, List.of());
    }

    /** Reads those fields and those relations of the model. */
    public Selection(ModelDefinition model, List<FieldDefinition> fields, List<Branch> branches, List<Nested> nested) {
        this.model = model;
        this.fields = List.copyOf(fields);
        this.branches = List.copyOf(branches);
        this.nested = List.copyOf(nested);
        this.width = fields.size()
                + branches.stream().mapToInt(b -> 1 + b.selection().width()).sum()
                + nested.size();
        this.hash = 31 * (31 * this.fields.hashCode() + this.branches.hashCode()) + this.nested.hashCode();
    }

    /** The model of the records. */
    public ModelDefinition model() {
        return model;
    }

    /** The fields in the order of the row. */
    public List<FieldDefinition> fields() {
        return fields;
    }

    /** The to-one relations in the order of the row. */
    public List<Branch> branches() {
        return branches;
    }

    /** The to-many relations in the order of the row. */
    public List<Nested> nested() {
        return nested;
    }

    /** Whether a to-many relation is read with the record, or with one of its to-one relations. */
    public boolean nests() {
        return !nested.isEmpty()
                || branches.stream().anyMatch(branch -> branch.selection().nests());
    }

    /** How many cells a row has. */
    public int width() {
        return width;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Selection that
                        && hash == that.hash
                        && model == that.model
                        && fields.equals(that.fields)
                        && branches.equals(that.branches)
                        && nested.equals(that.nested));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return model + " " + fields + branches + nested;
    }
}
