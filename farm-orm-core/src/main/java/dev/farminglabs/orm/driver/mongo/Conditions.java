package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.absent;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.all;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.array;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.given;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.match;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.none;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.path;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.driver.mongo.bson.Documents;
import dev.farminglabs.orm.driver.mongo.bson.FieldValues;
import dev.farminglabs.orm.driver.mongo.bson.WideDecimal;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonRegularExpression;
import org.bson.BsonValue;

/**
 * Puts a condition and its values together. A comparison is false for a field that is not there, and a negated one true, as
 * the server has it already. What is asked of related records becomes a {@code $lookup} step and a condition on what it found.
 */
final class Conditions implements Predicate.Visitor<BsonDocument> {

    private final Names names;
    private final Arguments arguments;
    private final List<BsonDocument> lookups = new ArrayList<>();

    private Conditions(Names names, Arguments arguments) {
        this.names = names;
        this.arguments = arguments;
    }

    static Condition of(Names names, Arguments arguments, Predicate where) {
        Conditions conditions = new Conditions(names, arguments);
        List<BsonDocument> plain = new ArrayList<>();
        List<BsonDocument> rest = new ArrayList<>();
        for (Predicate part : where instanceof Predicate.And and ? and.parts() : List.of(where)) {
            int before = conditions.lookups.size();
            BsonDocument condition = part.accept(conditions);
            (conditions.lookups.size() == before ? plain : rest).add(condition);
        }
        List<BsonDocument> related = new ArrayList<>(conditions.lookups);
        if (!related.isEmpty()) {
            related.add(match(all(rest)));
        }
        return new Condition(all(plain), related);
    }

    @Override
    public BsonDocument compare(Predicate.Compare compare) {
        FieldDefinition field = compare.field();
        Object value = arguments.require(compare.value());
        Comparison comparison = compare.comparison();
        if (field.kind() == FieldKind.JSON) {
            return json(field, value, compare.negated());
        }
        return switch (comparison) {
            case EQUAL, GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL ->
                field.kind() == FieldKind.DECIMAL
                        ? decimal(field, comparison, (BigDecimal) value, compare.negated())
                        : ordered(field, comparison, FieldValues.write(field, value), compare.negated());
            default -> {
                BsonRegularExpression pattern = TextPattern.of(comparison, (String) value);
                yield doc(names.key(field), compare.negated() ? doc("$not", pattern) : pattern);
            }
        };
    }

    private BsonDocument ordered(FieldDefinition field, Comparison comparison, BsonValue value, boolean negated) {
        String operator = switch (comparison) {
            case GREATER -> "$gt";
            case GREATER_OR_EQUAL -> "$gte";
            case LESS -> "$lt";
            case LESS_OR_EQUAL -> "$lte";
            default -> negated ? "$ne" : "$eq";
        };
        BsonDocument condition = doc(operator, value);
        boolean not = negated && comparison != Comparison.EQUAL;
        return doc(names.key(field), not ? doc("$not", condition) : condition);
    }

    /** Values with more digits than the field has, which no record holds, are compared by what the field could hold. */
    private BsonDocument decimal(FieldDefinition field, Comparison comparison, BigDecimal value, boolean negated) {
        WideDecimal.DecimalRange range = new WideDecimal.DecimalRange(field);
        boolean equal = comparison == Comparison.EQUAL;
        if (!range.holds(value) && (equal || !range.spans(value))) {
            boolean all = value.signum() > 0
                    ? comparison == Comparison.LESS || comparison == Comparison.LESS_OR_EQUAL
                    : comparison == Comparison.GREATER || comparison == Comparison.GREATER_OR_EQUAL;
            return constant(field, !equal && all, negated);
        }
        if (range.holds(value)) {
            return ordered(field, comparison, FieldValues.write(field, value), negated);
        }
        boolean greater = comparison == Comparison.GREATER || comparison == Comparison.GREATER_OR_EQUAL;
        return ordered(
                field,
                greater ? Comparison.GREATER : Comparison.LESS_OR_EQUAL,
                FieldValues.write(field, range.floor(value)),
                negated);
    }

    /** True of every value, or of none. */
    private BsonDocument constant(FieldDefinition field, boolean truth, boolean negated) {
        String key = names.key(field);
        if (truth) {
            return negated ? absent(key) : given(key);
        }
        return negated ? new BsonDocument() : none();
    }

    /** As an expression: a filter would look into arrays too. */
    private BsonDocument json(FieldDefinition field, Object value, boolean negated) {
        BsonDocument literal = doc("$literal", FieldValues.write(field, value));
        return doc("$expr", doc(negated ? "$ne" : "$eq", array(path(names.key(field)), literal)));
    }

    @Override
    public BsonDocument in(Predicate.In in) {
        FieldDefinition field = in.field();
        List<?> values = arguments.list(in.values());
        if (field.kind() == FieldKind.JSON) {
            List<BsonDocument> each = new ArrayList<>();
            values.forEach(value -> each.add(json(field, value, in.negated())));
            return in.negated() ? all(each) : either(each);
        }
        BsonArray stored = new BsonArray(values.size());
        for (Object value : values) {
            if (!(value instanceof BigDecimal decimal) || new WideDecimal.DecimalRange(field).holds(decimal)) {
                stored.add(FieldValues.write(field, value));
            }
        }
        return doc(names.key(field), doc(in.negated() ? "$nin" : "$in", stored));
    }

    @Override
    public BsonDocument isNull(Predicate.IsNull isNull) {
        String key = names.key(isNull.field());
        return isNull.negated() ? given(key) : Documents.absent(key);
    }

    @Override
    public BsonDocument and(Predicate.And and) {
        return Documents.all(and.parts().stream().map(part -> part.accept(this)).toList());
    }

    @Override
    public BsonDocument or(Predicate.Or or) {
        return either(or.parts().stream().map(part -> part.accept(this)).toList());
    }

    private static BsonDocument either(List<BsonDocument> parts) {
        return switch (parts.size()) {
            case 0 -> none();
            case 1 -> parts.get(0);
            default -> parts.stream().anyMatch(BsonDocument::isEmpty) ? new BsonDocument() : doc("$or", array(parts));
        };
    }

    @Override
    public BsonDocument related(Predicate.Related related) {
        String found = "__r" + lookups.size();
        Joins joins = new Joins(names, arguments);
        lookups.add(joins.existence(related, found));
        return doc(found, doc(related.negated() ? "$eq" : "$ne", new BsonArray()));
    }

    /**
     * A condition as the server takes it.
     *
     * @param plain   what is asked of the record itself
     * @param related steps that leave only records whose related ones meet the rest; empty when nothing is asked of those
     */
    record Condition(BsonDocument plain, List<BsonDocument> related) {

        /** Whether a filter document says it all. */
        boolean simple() {
            return related.isEmpty();
        }

        /** The steps that leave the records that meet it. */
        List<BsonDocument> stages() {
            List<BsonDocument> stages = new ArrayList<>();
            if (!plain.isEmpty()) {
                stages.add(match(plain));
            }
            stages.addAll(related);
            return stages;
        }
    }

    /** Patterns in which no character of the value means anything, and only ASCII letters count as the same in either case. */
    static final class TextPattern {

        static BsonRegularExpression of(Comparison comparison, String value) {
            boolean start = switch (comparison) {
                case STARTS_WITH, STARTS_WITH_IGNORE_CASE, EQUAL_IGNORE_CASE -> true;
                default -> false;
            };
            boolean end = switch (comparison) {
                case ENDS_WITH, ENDS_WITH_IGNORE_CASE, EQUAL_IGNORE_CASE -> true;
                default -> false;
            };
            boolean fold = switch (comparison) {
                case EQUAL_IGNORE_CASE, CONTAINS_IGNORE_CASE, STARTS_WITH_IGNORE_CASE, ENDS_WITH_IGNORE_CASE -> true;
                default -> false;
            };
            StringBuilder pattern = new StringBuilder(value.length() + 16);
            if (start) {
                pattern.append('^');
            }
            for (int i = 0; i < value.length(); i++) {
                append(pattern, value.charAt(i), fold);
            }
            if (end) {
                // not $, which also matches before a line feed at the end
                pattern.append("\\z");
            }
            return new BsonRegularExpression(pattern.toString());
        }

        private static void append(StringBuilder pattern, char c, boolean fold) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter && fold) {
                pattern.append('[')
                        .append((char) (c & ~0x20))
                        .append((char) (c | 0x20))
                        .append(']');
            } else if (letter || (c >= '0' && c <= '9') || c >= 0x80) {
                pattern.append(c);
            } else if (c < ' ' || c == 0x7f) {
                pattern.append(String.format("\\x%02x", (int) c));
            } else {
                pattern.append('\\').append(c);
            }
        }

        private TextPattern() {}
    }
}
