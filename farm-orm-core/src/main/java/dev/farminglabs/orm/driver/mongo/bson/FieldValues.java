package dev.farminglabs.orm.driver.mongo.bson;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Between the Java types of fields and BSON. */
public final class FieldValues {

    /** Beyond this many zeros a decimal keeps its exponent. */
    private static final int SPELLED_OUT = 1000;

    /** What the field stores for that value. */
    public static BsonValue write(FieldDefinition field, Object value) {
        return switch (field.kind()) {
            case STRING, ENUMERATION -> new BsonString((String) value);
            case INTEGER -> new BsonInt32((Integer) value);
            case BIGINT -> new BsonInt64((Long) value);
            case DECIMAL -> decimal(field, (BigDecimal) value);
            case BOOLEAN -> BsonBoolean.valueOf((Boolean) value);
            case DATETIME -> new BsonDateTime(((Instant) value).toEpochMilli());
            case JSON -> JsonValues.write((String) value);
        };
    }

    private static BsonValue decimal(FieldDefinition field, BigDecimal value) {
        return WideDecimal.is(field) ? WideDecimal.of(field).write(value) : WideDecimal.number(value);
    }

    /** The value of the field; null where there is none. Numbers may be of any BSON type, as other writers choose. */
    public static @Nullable Object read(FieldDefinition field, @Nullable BsonValue stored) {
        if (stored == null || stored.isNull()) {
            return null;
        }
        try {
            Object value = switch (field.kind()) {
                case STRING, ENUMERATION ->
                    stored.isString() ? stored.asString().getValue() : null;
                case INTEGER -> stored.isInt32() ? (Object) stored.asInt32().getValue() : integer(stored);
                case BIGINT -> stored.isInt64() ? (Object) stored.asInt64().getValue() : bigint(stored);
                case DECIMAL -> decimal(field, stored);
                case BOOLEAN -> stored.isBoolean() ? stored.asBoolean().getValue() : null;
                case DATETIME ->
                    stored.isDateTime()
                            ? Instant.ofEpochMilli(stored.asDateTime().getValue())
                            : null;
                case JSON -> JsonValues.read(stored);
            };
            if (value != null) {
                return value;
            }
        } catch (ArithmeticException e) {
            // a number that the field cannot hold
        }
        throw unreadable(field, stored);
    }

    private static @Nullable Integer integer(BsonValue stored) {
        BigDecimal number = number(stored);
        return number == null ? null : Integer.valueOf(number.intValueExact());
    }

    private static @Nullable Long bigint(BsonValue stored) {
        BigDecimal number = number(stored);
        return number == null ? null : Long.valueOf(number.longValueExact());
    }

    private static @Nullable BigDecimal decimal(FieldDefinition field, BsonValue stored) {
        if (!stored.isDocument()) {
            BigDecimal number = number(stored);
            return number == null ? null : stripped(number);
        }
        BsonDocument parts = stored.asDocument();
        BigDecimal whole = number(parts.get(WideDecimal.WHOLE));
        BigDecimal rest = number(parts.get(WideDecimal.REST));
        return whole == null || rest == null || !WideDecimal.is(field)
                ? null
                : stripped(WideDecimal.of(field).join(whole, rest));
    }

    /** The exact number; null for what is none. */
    public static @Nullable BigDecimal number(@Nullable BsonValue value) {
        if (value == null || !value.isNumber()) {
            return null;
        }
        return switch (value.getBsonType()) {
            case INT32, INT64 -> BigDecimal.valueOf(value.asNumber().longValue());
            case DOUBLE -> {
                double number = value.asDouble().getValue();
                yield Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
            }
            default -> {
                var number = value.asDecimal128().getValue();
                yield number.isFinite() ? finite(number) : null;
            }
        };
    }

    /** A {@code Decimal128} knows a negative zero, a {@code BigDecimal} does not. */
    private static BigDecimal finite(org.bson.types.Decimal128 number) {
        try {
            return number.bigDecimalValue();
        } catch (ArithmeticException e) {
            return BigDecimal.ZERO;
        }
    }

    /** Without trailing zeros, and without an exponent. */
    public static BigDecimal stripped(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() >= -SPELLED_OUT ? stripped.setScale(0) : stripped;
    }

    private static RuntimeException unreadable(FieldDefinition field, BsonValue stored) {
        return OrmFailure.of(
                        OrmErrorCode.CHECK_VIOLATION,
                        field + " holds a value of BSON type " + stored.getBsonType() + " that cannot be read as "
                                + field.kind())
                .about(field.model().name(), List.of(field.name()))
                .at(Documents.STORE)
                .exception();
    }

    private FieldValues() {}
}
