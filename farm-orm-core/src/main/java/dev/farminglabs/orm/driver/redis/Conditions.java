package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.row.RowConditions;
import dev.farminglabs.orm.driver.row.RowTest;
import dev.farminglabs.orm.operation.Predicate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Puts a condition and its values together, for records that have been read. What is asked of related records is found out
 * for all of the records at once.
 */
final class Conditions extends RowConditions {

    private final Search search;
    private final List<StoredRow> rows;

    Conditions(Search search, List<StoredRow> rows) {
        super(search.arguments());
        this.search = search;
        this.rows = rows;
    }

    @Override
    public RowTest related(Predicate.Related related) {
        FieldDefinition local = related.relation().localKey();
        Set<Object> linked = linked(related, held(rows, local));
        RowTest plain = row -> {
            Object key = row.get(local);
            return key != null && linked.contains(key);
        };
        return plain.negatedIf(related.negated());
    }

    /** Those of the local keys that lead to a record that meets the condition. */
    private Set<Object> linked(Predicate.Related related, Set<Object> keys) {
        if (keys.isEmpty()) {
            return keys;
        }
        RelationDefinition relation = related.relation();
        FieldDefinition join = relation.joinLocal();
        if (join == null) {
            return targets(related, keys);
        }
        FieldDefinition joinTarget = Objects.requireNonNull(relation.joinTarget());
        List<StoredRow> joining =
                search.rows(join.model(), related.link(), new Search.Within(join, keys), List.of(join, joinTarget));
        Set<Object> met = targets(related, held(joining, joinTarget));
        Set<Object> linked = new HashSet<>();
        for (StoredRow row : joining) {
            Object to = row.get(joinTarget);
            if (to != null && met.contains(to)) {
                linked.add(Objects.requireNonNull(row.get(join)));
            }
        }
        return linked;
    }

    private Set<Object> targets(Predicate.Related related, Set<Object> keys) {
        FieldDefinition target = related.relation().targetKey();
        return keys.isEmpty()
                ? keys
                : held(
                        search.rows(
                                related.relation().target(),
                                related.where(),
                                new Search.Within(target, keys),
                                List.of(target)),
                        target);
    }

    static Set<Object> held(List<StoredRow> rows, FieldDefinition field) {
        Set<Object> values = new HashSet<>();
        for (StoredRow row : rows) {
            Object value = row.get(field);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
