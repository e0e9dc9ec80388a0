package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions in two-valued logic: a comparison with null is false, and what is not true is false. */
final class ReferenceConditions {

    private final ReferenceModel model;
    private final Call.Sight sight;

    ReferenceConditions(ReferenceModel model, Call.Sight sight) {
        this.model = model;
        this.sight = sight;
    }

    boolean holds(ModelFacts facts, Map<String, Object> row, @Nullable Where where) {
        if (where == null) {
            return true;
        }
        if (where instanceof Where.All all) {
            return all.parts().stream().allMatch(part -> holds(facts, row, part));
        }
        if (where instanceof Where.Any any) {
            return any.parts().stream().anyMatch(part -> holds(facts, row, part));
        }
        if (where instanceof Where.Not not) {
            return !holds(facts, row, not.part());
        }
        if (where instanceof Where.Related related) {
            return related(facts, row, related);
        }
        if (where instanceof Where.Relates relates) {
            return related(facts.relation(relates.relation()), row).isEmpty() == relates.negated();
        }
        return leaf(facts, row, where);
    }

    private boolean related(ModelFacts facts, Map<String, Object> row, Where.Related related) {
        Facts.Relation relation = facts.relation(related.relation());
        ModelFacts target = Facts.model(relation.target());
        List<Map<String, Object>> rows = related(relation, row);
        return switch (related.quantifier()) {
            case some, is -> rows.stream().anyMatch(one -> holds(target, one, related.target()));
            case none -> rows.stream().noneMatch(one -> holds(target, one, related.target()));
            case every -> rows.stream().allMatch(one -> holds(target, one, related.target()));
        };
    }

    /** The related records in sight, each once, by way of join records in sight. */
    List<Map<String, Object>> related(Facts.Relation relation, Map<String, Object> row) {
        Set<Object> keys = new LinkedHashSet<>();
        Object own = row.get(relation.local());
        Facts.Join join = relation.join();
        if (join == null) {
            keys.add(own);
        } else {
            for (Map<String, Object> link : model.visible(join.model(), sight)) {
                if (own != null && own.equals(link.get(join.local()))) {
                    keys.add(link.get(join.far()));
                }
            }
        }
        List<Map<String, Object>> found = new ArrayList<>();
        for (Map<String, Object> other : model.visible(relation.target(), sight)) {
            Object key = other.get(relation.far());
            if (key != null && keys.contains(key)) {
                found.add(other);
            }
        }
        return found;
    }

    private static boolean leaf(ModelFacts facts, Map<String, Object> row, Where where) {
        if (where instanceof Where.Empty empty) {
            return (row.get(empty.field()) == null) != empty.negated();
        }
        if (where instanceof Where.Among among) {
            Facts.Field field = facts.field(among.field());
            Object stored = row.get(field.name());
            boolean in =
                    among.values().stream().anyMatch(value -> stored != null && same(stored, comparable(field, value)));
            return in != among.negated();
        }
        if (where instanceof Where.Between between) {
            Facts.Field field = facts.field(between.field());
            Object stored = row.get(field.name());
            return stored != null
                    && compare(stored, comparable(field, between.low())) >= 0
                    && compare(stored, comparable(field, between.high())) <= 0;
        }
        Where.Compare compare = (Where.Compare) where;
        Facts.Field field = facts.field(compare.field());
        return compares(compare.operator(), row.get(field.name()), comparable(field, compare.value()));
    }

    private static Object comparable(Facts.Field field, Object value) {
        return java.util.Objects.requireNonNull(Plain.stored(field, value));
    }

    private static boolean compares(Where.Operator operator, @Nullable Object stored, Object value) {
        if (stored == null) {
            return operator == Where.Operator.ne;
        }
        return switch (operator) {
            case eq -> same(stored, value);
            case ne -> !same(stored, value);
            case gt -> compare(stored, value) > 0;
            case gte -> compare(stored, value) >= 0;
            case lt -> compare(stored, value) < 0;
            case lte -> compare(stored, value) <= 0;
            case contains -> text(stored).contains(text(value));
            case startsWith -> text(stored).startsWith(text(value));
            case endsWith -> text(stored).endsWith(text(value));
            case eqIgnoreCase -> lower(stored).equals(lower(value));
            case containsIgnoreCase -> lower(stored).contains(lower(value));
            case startsWithIgnoreCase -> lower(stored).startsWith(lower(value));
            case endsWithIgnoreCase -> lower(stored).endsWith(lower(value));
        };
    }

    private static String text(Object value) {
        return (String) value;
    }

    /** ASCII letters only. */
    private static String lower(Object value) {
        StringBuilder lower = new StringBuilder();
        for (char c : text(value).toCharArray()) {
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return lower.toString();
    }

    static boolean same(Object one, Object other) {
        return one instanceof BigDecimal number ? number.compareTo((BigDecimal) other) == 0 : one.equals(other);
    }

    /** Numbers and times by value, text and what is stored as text by code point, false before true. */
    static int compare(Object one, Object other) {
        if (one instanceof String text) {
            int[] left = text.codePoints().toArray();
            int[] right = ((String) other).codePoints().toArray();
            return java.util.Arrays.compare(left, right);
        }
        if (one instanceof Bazaar.Color color) {
            return color.code().compareTo(((Bazaar.Color) other).code());
        }
        if (one instanceof Enum<?> constant) {
            return constant.name().compareTo(((Enum<?>) other).name());
        }
        if (one instanceof Integer number) {
            return number.compareTo((Integer) other);
        }
        if (one instanceof Long number) {
            return number.compareTo((Long) other);
        }
        if (one instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) other);
        }
        return one instanceof Instant time
                ? time.compareTo((Instant) other)
                : ((Boolean) one).compareTo((Boolean) other);
    }
}
