package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Predicate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields of a record that a condition on it looks at. */
final class Fields implements Predicate.Visitor<Set<FieldDefinition>> {

    private final Set<FieldDefinition> found = new LinkedHashSet<>();

    static Set<FieldDefinition> of(Predicate where) {
        return where.accept(new Fields());
    }

    @Override
    public Set<FieldDefinition> compare(Predicate.Compare compare) {
        return with(compare.field());
    }

    @Override
    public Set<FieldDefinition> in(Predicate.In in) {
        return with(in.field());
    }

    @Override
    public Set<FieldDefinition> isNull(Predicate.IsNull isNull) {
        return with(isNull.field());
    }

    @Override
    public Set<FieldDefinition> and(Predicate.And and) {
        return all(and.parts());
    }

    @Override
    public Set<FieldDefinition> or(Predicate.Or or) {
        return all(or.parts());
    }

    @Override
    public Set<FieldDefinition> related(Predicate.Related related) {
        return with(related.relation().localKey());
    }

    private Set<FieldDefinition> with(FieldDefinition field) {
        found.add(field);
        return found;
    }

    private Set<FieldDefinition> all(List<Predicate> parts) {
        parts.forEach(part -> part.accept(this));
        return found;
    }
}
