package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.driver.row.RowConditions;
import dev.farminglabs.orm.driver.row.RowTest;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Predicate;

/** Conditions, those on related records answered from their tables. */
final class PredicateEvaluator extends RowConditions {

    private final SchemaTables tables;

    PredicateEvaluator(SchemaTables tables, Arguments arguments) {
        super(arguments);
        this.tables = tables;
    }

    @Override
    public RowTest related(Predicate.Related related) {
        RelationDefinition relation = related.relation();
        RowTest link = test(related.link());
        RowTest where = test(related.where());
        RowTest plain = row -> {
            for (StoredRow target : tables.targets(relation, row.get(relation.localKey()), link)) {
                if (where.test(target)) {
                    return true;
                }
            }
            return false;
        };
        return plain.negatedIf(related.negated());
    }
}
