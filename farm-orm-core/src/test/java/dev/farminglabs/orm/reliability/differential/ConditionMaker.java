package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.differential.Facts.Field;
import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random conditions to depth 4. */
final class ConditionMaker {

    private static final int DEPTH = 4;

    private final ValueMaker values;

    ConditionMaker(ValueMaker values) {
        this.values = values;
    }

    @Nullable
    Where perhaps(ModelFacts model) {
        return values.chance(25) ? null : where(model);
    }

    Where where(ModelFacts model) {
        return where(model, values.chance(40) ? 1 : DEPTH);
    }

    private Where where(ModelFacts model, int depth) {
        int kind = depth <= 1 ? 0 : values.below(10);
        return switch (kind) {
            case 1, 2 -> new Where.All(parts(model, depth));
            case 3, 4 -> new Where.Any(parts(model, depth));
            case 5 -> new Where.Not(where(model, depth - 1));
            case 6, 7, 8 -> model.relations().isEmpty() ? leaf(model) : related(model, depth);
            default -> leaf(model);
        };
    }

    private List<Where> parts(ModelFacts model, int depth) {
        List<Where> parts = new ArrayList<>();
        int size = values.chance(5) ? 0 : 1 + values.below(3);
        for (int i = 0; i < size; i++) {
            parts.add(where(model, depth - 1));
        }
        return parts;
    }

    private Where related(ModelFacts model, int depth) {
        Facts.Relation relation = values.one(model.relations());
        if (values.chance(20)) {
            return new Where.Relates(relation.name(), values.chance(50));
        }
        Where.Quantifier quantifier = relation.many()
                ? values.one(List.of(Where.Quantifier.some, Where.Quantifier.none, Where.Quantifier.every))
                : Where.Quantifier.is;
        return new Where.Related(relation.name(), quantifier, where(Facts.model(relation.target()), depth - 1));
    }

    private Where leaf(ModelFacts model) {
        Field field = field(model);
        int kind = values.below(10);
        if (kind == 0) {
            return new Where.Empty(field.name(), values.chance(50));
        }
        if (kind < 3) {
            List<Object> among = new ArrayList<>();
            for (int i = values.below(4); i > 0; i--) {
                among.add(values.compared(model.name(), field));
            }
            return new Where.Among(field.name(), values.chance(40), among);
        }
        if (kind == 3 && field.kind().comparable()) {
            return new Where.Between(
                    field.name(), values.compared(model.name(), field), values.compared(model.name(), field));
        }
        return new Where.Compare(field.name(), operator(field), values.compared(model.name(), field));
    }

    /** A field that is compared: not an id that the store makes. */
    Field field(ModelFacts model) {
        Field field = values.one(model.fields());
        return field.role() == Facts.Role.ID && model.idsMade() ? model.field("name") : field;
    }

    private Where.Operator operator(Field field) {
        if (field.kind() == Facts.Kind.TEXT && field.role() != Facts.Role.ID && values.chance(50)) {
            return values.one(List.of(
                    Where.Operator.contains,
                    Where.Operator.startsWith,
                    Where.Operator.endsWith,
                    Where.Operator.eqIgnoreCase,
                    Where.Operator.containsIgnoreCase,
                    Where.Operator.startsWithIgnoreCase,
                    Where.Operator.endsWithIgnoreCase));
        }
        if (field.kind().comparable() && values.chance(60)) {
            return values.one(List.of(Where.Operator.gt, Where.Operator.gte, Where.Operator.lt, Where.Operator.lte));
        }
        return values.chance(60) ? Where.Operator.eq : Where.Operator.ne;
    }
}
