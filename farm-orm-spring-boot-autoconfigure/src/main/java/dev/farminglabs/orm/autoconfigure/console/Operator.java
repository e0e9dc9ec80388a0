package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.ComparableField;
import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.Field;
import dev.farminglabs.orm.FieldKinds;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import java.util.Arrays;
import java.util.List;

/** What can be asked of a field. */
enum Operator {
    EQ("eq", "is", Takes.ANY),
    NE("ne", "is not", Takes.ANY),
    CONTAINS("contains", "contains", Takes.TEXT),
    STARTS("starts", "starts with", Takes.TEXT),
    GT("gt", "is greater than", Takes.COMPARABLE),
    GTE("gte", "is at least", Takes.COMPARABLE),
    LT("lt", "is less than", Takes.COMPARABLE),
    LTE("lte", "is at most", Takes.COMPARABLE),
    NULL("null", "has no value", Takes.NOTHING),
    PRESENT("present", "has a value", Takes.NOTHING);

    private enum Takes {
        ANY,
        TEXT,
        COMPARABLE,
        NOTHING
    }

    /** How it is written in an address. */
    final String key;

    final String words;
    private final Takes takes;

    Operator(String key, String words, Takes takes) {
        this.key = key;
        this.words = words;
        this.takes = takes;
    }

    static Operator of(String key) {
        return Arrays.stream(values())
                .filter(operator -> operator.key.equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.bad("There is no such comparison. There are "
                        + Arrays.stream(values()).map(each -> each.key).toList()));
    }

    boolean takesValue() {
        return takes != Takes.NOTHING;
    }

    /** The kinds of field it is for, for the page's script. */
    List<FieldKind> kinds() {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> switch (takes) {
                    case ANY -> kind != FieldKind.JSON;
                    case TEXT -> kind == FieldKind.STRING;
                    case COMPARABLE -> kind.comparable();
                    case NOTHING -> true;
                })
                .toList();
    }

    /** The condition on a field. */
    @SuppressWarnings("unchecked") // a value is parsed in the type of its field
    <M extends Model<M>> Condition<M> on(Field<M, ?> field, FieldDefinition definition, String text) {
        if (takes == Takes.NOTHING) {
            return this == NULL ? field.isNull() : field.isNotNull();
        }
        Object value = Values.parse(definition, text);
        if (takes == Takes.ANY) {
            Field<M, Object> any = (Field<M, Object>) field;
            return this == EQ ? any.eq(value) : any.ne(value);
        }
        if (takes == Takes.TEXT && field instanceof FieldKinds<?>.StringField) {
            FieldKinds<M>.StringField string = (FieldKinds<M>.StringField) field;
            return this == CONTAINS ? string.contains(text) : string.startsWith(text);
        }
        if (takes == Takes.COMPARABLE && field instanceof ComparableField) {
            return compare((ComparableField<M, Object>) field, value);
        }
        throw Refusal.bad(definition + " cannot be asked whether it " + words);
    }

    private <M extends Model<M>> Condition<M> compare(ComparableField<M, Object> field, Object value) {
        return switch (this) {
            case GT -> field.gt(value);
            case GTE -> field.gte(value);
            case LT -> field.lt(value);
            default -> field.lte(value);
        };
    }
}
