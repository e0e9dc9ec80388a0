package dev.farminglabs.orm.reliability.differential;

import java.util.List;

/** A condition as data. */
sealed interface Where {

    enum Operator {
        eq,
        ne,
        gt,
        gte,
        lt,
        lte,
        contains,
        startsWith,
        endsWith,
        eqIgnoreCase,
        containsIgnoreCase,
        startsWithIgnoreCase,
        endsWithIgnoreCase;

        boolean text() {
            return ordinal() >= contains.ordinal();
        }
    }

    enum Quantifier {
        some,
        none,
        every,
        is
    }

    record Compare(String field, Operator operator, Object value) implements Where {}

    record Between(String field, Object low, Object high) implements Where {}

    record Among(String field, boolean negated, List<Object> values) implements Where {}

    record Empty(String field, boolean negated) implements Where {}

    record All(List<Where> parts) implements Where {}

    record Any(List<Where> parts) implements Where {}

    record Not(Where part) implements Where {}

    record Related(String relation, Quantifier quantifier, Where target) implements Where {}

    /** Whether there is any related record. */
    record Relates(String relation, boolean negated) implements Where {}
}
