package dev.farminglabs.orm.driver.row;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts a condition and its values together. Where related records are is for a store to say. Used for one operation. */
public abstract class RowConditions implements Predicate.Visitor<RowTest> {

    private final Arguments arguments;

    /** With the values of one operation. */
    protected RowConditions(Arguments arguments) {
        this.arguments = arguments;
    }

    /** The condition as it is asked of each row. */
    public final RowTest test(Predicate predicate) {
        return predicate.accept(this);
    }

    @Override
    public final RowTest compare(Predicate.Compare compare) {
        FieldDefinition field = compare.field();
        Comparison comparison = compare.comparison();
        Object value = Values.normal(arguments.require(compare.value()));
        RowTest plain = row -> {
            Object stored = row.get(field);
            return stored != null && holds(comparison, stored, value);
        };
        return plain.negatedIf(compare.negated());
    }

    private static boolean holds(Comparison comparison, Object stored, Object value) {
        return switch (comparison) {
            case EQUAL -> stored.equals(value);
            case GREATER -> Values.compare(stored, value) > 0;
            case GREATER_OR_EQUAL -> Values.compare(stored, value) >= 0;
            case LESS -> Values.compare(stored, value) < 0;
            case LESS_OR_EQUAL -> Values.compare(stored, value) <= 0;
            case CONTAINS -> ((String) stored).contains((String) value);
            case STARTS_WITH -> ((String) stored).startsWith((String) value);
            case ENDS_WITH -> ((String) stored).endsWith((String) value);
            case EQUAL_IGNORE_CASE -> fold(stored).equals(fold(value));
            case CONTAINS_IGNORE_CASE -> fold(stored).contains(fold(value));
            case STARTS_WITH_IGNORE_CASE -> fold(stored).startsWith(fold(value));
            case ENDS_WITH_IGNORE_CASE -> fold(stored).endsWith(fold(value));
        };
    }

    private static String fold(Object text) {
        return Values.fold((String) text);
    }

    @Override
    public final RowTest in(Predicate.In in) {
        Set<Object> values = new HashSet<>();
        for (Object value : arguments.list(in.values())) {
            values.add(Values.normal(value));
        }
        RowTest plain = row -> {
            Object stored = row.get(in.field());
            return stored != null && values.contains(stored);
        };
        return plain.negatedIf(in.negated());
    }

    @Override
    public final RowTest isNull(Predicate.IsNull isNull) {
        RowTest plain = row -> row.get(isNull.field()) == null;
        return plain.negatedIf(isNull.negated());
    }

    @Override
    public final RowTest and(Predicate.And and) {
        List<RowTest> parts = tests(and.parts());
        return row -> {
            for (RowTest part : parts) {
                if (!part.test(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    private List<RowTest> tests(List<Predicate> parts) {
        List<RowTest> tests = new ArrayList<>(parts.size());
        for (Predicate part : parts) {
            tests.add(test(part));
        }
        return tests;
    }

    @Override
    public final RowTest or(Predicate.Or or) {
        List<RowTest> parts = tests(or.parts());
        return row -> {
            for (RowTest part : parts) {
                if (part.test(row)) {
                    return true;
                }
            }
            return false;
        };
    }
}
