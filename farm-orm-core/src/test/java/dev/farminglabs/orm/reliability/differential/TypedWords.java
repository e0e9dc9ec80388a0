package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.Assignment;
import dev.farminglabs.orm.ComparableField;
import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.Field;
import dev.farminglabs.orm.FieldKinds;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Order;
import dev.farminglabs.orm.Relation;
import dev.farminglabs.orm.reliability.differential.Call.Assign;
import dev.farminglabs.orm.reliability.differential.Call.Sort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions, assignments and orders in the front door's typed words. The only place that has no static types for them. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class TypedWords {

    static Model model(String name) {
        return switch (name) {
            case "shop" -> Bazaar.SHOP;
            case "item" -> Bazaar.ITEM;
            case "link" -> Bazaar.LINK;
            default -> Bazaar.PASS;
        };
    }

    static Field field(String model, String name) {
        return (Field) member(model, name);
    }

    static Relation relation(String model, String name) {
        return (Relation) member(model, name);
    }

    private static Object member(String model, String name) {
        try {
            return model(model).getClass().getField(name).get(model(model));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model + "." + name, e);
        }
    }

    // ------------------------------------------------------------------------------------------------ conditions

    static Condition condition(String model, Where where) {
        if (where instanceof Where.All all) {
            return Condition.allOf(conditions(model, all.parts()));
        }
        if (where instanceof Where.Any any) {
            return Condition.anyOf(conditions(model, any.parts()));
        }
        if (where instanceof Where.Not not) {
            return condition(model, not.part()).not();
        }
        if (where instanceof Where.Empty empty) {
            Field field = field(model, empty.field());
            return empty.negated() ? field.isNotNull() : field.isNull();
        }
        if (where instanceof Where.Among among) {
            Field field = field(model, among.field());
            return among.negated() ? field.notIn(among.values()) : field.in(among.values());
        }
        if (where instanceof Where.Between between) {
            return ((ComparableField) field(model, between.field())).between(between.low(), between.high());
        }
        if (where instanceof Where.Relates relates) {
            Relation relation = relation(model, relates.relation());
            return relates.negated() ? relation.isEmpty() : relation.isNotEmpty();
        }
        return where instanceof Where.Related related ? related(model, related) : compare(model, (Where.Compare) where);
    }

    private static List conditions(String model, List<Where> parts) {
        return parts.stream().map(part -> condition(model, part)).toList();
    }

    private static Condition related(String model, Where.Related related) {
        Relation relation = relation(model, related.relation());
        String target = Facts.model(model).relation(related.relation()).target();
        Condition condition = condition(target, related.target());
        return switch (related.quantifier()) {
            case some -> ((Model.HasMany) relation).some(condition);
            case none -> ((Model.HasMany) relation).none(condition);
            case every -> ((Model.HasMany) relation).every(condition);
            case is -> ((Model.ToOne) relation).is(condition);
        };
    }

    private static Condition compare(String model, Where.Compare compare) {
        Field field = field(model, compare.field());
        Object value = compare.value();
        if (compare.operator().text()) {
            return text((FieldKinds.StringField) field, compare.operator(), (String) value);
        }
        return switch (compare.operator()) {
            case eq -> field.eq(value);
            case ne -> field.ne(value);
            case gt -> ((ComparableField) field).gt(value);
            case gte -> ((ComparableField) field).gte(value);
            case lt -> ((ComparableField) field).lt(value);
            default -> ((ComparableField) field).lte(value);
        };
    }

    private static Condition text(FieldKinds.StringField field, Where.Operator operator, String value) {
        return switch (operator) {
            case contains -> field.contains(value);
            case startsWith -> field.startsWith(value);
            case endsWith -> field.endsWith(value);
            case eqIgnoreCase -> field.eqIgnoreCase(value);
            case containsIgnoreCase -> field.containsIgnoreCase(value);
            case startsWithIgnoreCase -> field.startsWithIgnoreCase(value);
            default -> field.endsWithIgnoreCase(value);
        };
    }

    static Condition[] where(String model, @Nullable Where... parts) {
        return java.util.Arrays.stream(parts)
                .filter(java.util.Objects::nonNull)
                .map(part -> condition(model, part))
                .toArray(Condition[]::new);
    }

    /** Equality on a key, by the key's own word where it is of several fields. */
    static Condition key(String model, Call.Key key) {
        List<Object> values = key.values();
        return switch (String.join(".", key.fields())) {
            case "org.name" -> Bazaar.ITEM.orgName.is((String) values.get(0), (String) values.get(1));
            case "shopId.slot" -> Bazaar.ITEM.shopSlot.is((String) values.get(0), (Integer) values.get(1));
            case "scope.name" -> Bazaar.PASS.scopeName.is((String) values.get(0), (String) values.get(1));
            default -> field(model, key.fields().get(0)).eq(values.get(0));
        };
    }

    // ------------------------------------------------------------------------------------------------ the rest

    static Assignment[] assignments(String model, List<Assign> assigns) {
        return assigns.stream().map(assign -> assignment(model, assign)).toArray(Assignment[]::new);
    }

    private static Assignment assignment(String model, Assign assign) {
        Field field = field(model, assign.field());
        Object value = assign.value();
        return switch (assign.put()) {
            case set -> value == null ? field.setOrNull(null) : field.set(value);
            case setNow -> ((FieldKinds.DateTimeField) field).setNow();
            case increment -> ((FieldKinds.NumberField) field).increment((Number & Comparable) value);
            case decrement -> ((FieldKinds.NumberField) field).decrement((Number & Comparable) value);
        };
    }

    static Order[] orders(String model, List<Sort> sorts) {
        return sorts.stream().map(sort -> order(model, sort)).toArray(Order[]::new);
    }

    private static Order order(String model, Sort sort) {
        Field field = field(model, sort.field());
        Order order = sort.descending() ? field.desc() : field.asc();
        return sort.nullsFirst() == null ? order : sort.nullsFirst() ? order.nullsFirst() : order.nullsLast();
    }

    private TypedWords() {}
}
