package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition as the {@code apply} script reads it; each visit says whether the script can decide that part. */
public final class ConditionTokens implements Predicate.Visitor<Boolean> {

    private final ModelLayout layout;
    private final Arguments arguments;
    private final List<String> tokens = new ArrayList<>();

    private ConditionTokens(ModelLayout layout, Arguments arguments) {
        this.layout = layout;
        this.arguments = arguments;
    }

    /** The tokens; null for what the server cannot decide as this library does. */
    public static @Nullable List<String> of(ModelLayout layout, Arguments arguments, Predicate where) {
        ConditionTokens visitor = new ConditionTokens(layout, arguments);
        return where.accept(visitor) ? visitor.tokens : null;
    }

    @Override
    public Boolean compare(Predicate.Compare compare) {
        String kind = kind(compare.comparison(), compare.field().kind());
        if (kind == null) {
            return false;
        }
        leaf(kind, compare.negated(), compare.field());
        tokens.add(Cells.text(arguments.require(compare.value())));
        return true;
    }

    /** Text has no order in the script: the one it would have depends on the server's locale. */
    private static @Nullable String kind(Comparison comparison, FieldKind kind) {
        if (comparison == Comparison.EQUAL) {
            return "=";
        }
        if (!kind.numeric() && kind != FieldKind.DATETIME) {
            return null;
        }
        return switch (comparison) {
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> "}";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "{";
            default -> null;
        };
    }

    private void leaf(String kind, boolean negated, FieldDefinition field) {
        tokens.add(kind);
        tokens.add(negated ? "1" : "0");
        tokens.add(layout.column(field));
    }

    @Override
    public Boolean in(Predicate.In in) {
        leaf("i", in.negated(), in.field());
        List<?> values = arguments.list(in.values());
        tokens.add(Integer.toString(values.size()));
        values.forEach(value -> tokens.add(Cells.text(value)));
        return true;
    }

    @Override
    public Boolean isNull(Predicate.IsNull isNull) {
        leaf("0", isNull.negated(), isNull.field());
        return true;
    }

    @Override
    public Boolean and(Predicate.And and) {
        return all("&", and.parts());
    }

    @Override
    public Boolean or(Predicate.Or or) {
        return all("|", or.parts());
    }

    private boolean all(String kind, List<Predicate> parts) {
        tokens.add(kind);
        tokens.add(Integer.toString(parts.size()));
        for (Predicate part : parts) {
            if (!part.accept(this)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Boolean related(Predicate.Related related) {
        return false;
    }
}
