package dev.farminglabs.orm.engine.value;

import dev.farminglabs.orm.definition.Enumeration;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The codec of each field. Thread-safe. */
public final class FieldCodecs {

    /** What every supported store can hold: the years 1 to 9999. A comparison goes one millisecond further. */
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final JsonText json;
    private final Map<FieldDefinition, FieldCodec> codecs = new ConcurrentHashMap<>();

    /** With JSON read and written that way. */
    public FieldCodecs(JsonText json) {
        this.json = json;
    }

    /** The codec of the field. */
    public FieldCodec of(FieldDefinition field) {
        FieldCodec codec = codecs.get(field);
        return codec != null ? codec : codecs.computeIfAbsent(field, this::make);
    }

    private FieldCodec make(FieldDefinition field) {
        return switch (field.kind()) {
            case STRING -> new TextCodec(field);
            case INTEGER -> new PlainCodec(field, Integer.class);
            case BIGINT -> new PlainCodec(field, Long.class);
            case BOOLEAN -> new PlainCodec(field, Boolean.class);
            case DECIMAL -> new DecimalCodec(field);
            case DATETIME -> new InstantCodec(field);
            case ENUMERATION -> new EnumerationCodec(field, enumeration(field));
            case JSON -> new JsonCodec(field, json);
        };
    }

    private static Enumeration enumeration(FieldDefinition field) {
        Enumeration enumeration = field.enumeration();
        if (enumeration == null) {
            throw new IllegalStateException(field + " has no constants");
        }
        return enumeration;
    }

    /** The value as the type, which the typed front door already gives; a record or a tenant may not. */
    static <T> T as(FieldDefinition field, Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw Refusal.value(
                    OrmErrorCode.INVALID_QUERY,
                    field,
                    field + " takes a " + type.getSimpleName() + ", not a "
                            + value.getClass().getSimpleName());
        }
        return type.cast(value);
    }

    /** Values that are the same for callers and drivers. */
    private record PlainCodec(FieldDefinition field, Class<?> type) implements FieldCodec {
        @Override
        public Object comparable(Object value) {
            return as(field, type, value);
        }

        @Override
        public Object storable(Object value) {
            return as(field, type, value);
        }
    }

    private record TextCodec(FieldDefinition field) implements FieldCodec {
        @Override
        public Object comparable(Object value) {
            return PortableText.checked(field, as(field, String.class, value));
        }

        @Override
        public Object storable(Object value) {
            String text = (String) comparable(value);
            Integer length = field.length();
            if (length != null && text.length() > length && text.codePointCount(0, text.length()) > length) {
                throw Refusal.value(
                        OrmErrorCode.VALUE_TOO_LARGE, field, field + " takes at most " + length + " characters");
            }
            return text;
        }
    }

    private record DecimalCodec(FieldDefinition field) implements FieldCodec {
        @Override
        public Object comparable(Object value) {
            BigDecimal number = bounded(as(field, BigDecimal.class, value).stripTrailingZeros());
            return number.scale() < 0 ? number.setScale(0) : number;
        }

        /**
         * The number itself, or for one that no record can hold, another such number with the same neighbours in the field:
         * a few digits with a large exponent must not become millions of digits.
         */
        private BigDecimal bounded(BigDecimal number) {
            long integerDigits = (long) number.precision() - number.scale();
            if (integerDigits > field.precision() - field.scale()) {
                BigDecimal beyond = BigDecimal.ONE.movePointRight(field.precision() - field.scale());
                return number.signum() < 0 ? beyond.negate() : beyond;
            }
            if (number.scale() <= field.scale() + 1) {
                return number;
            }
            boolean tiny = integerDigits < -field.scale();
            BigDecimal below = tiny
                    ? BigDecimal.valueOf(number.signum() < 0 ? -1 : 0, field.scale())
                    : number.setScale(field.scale(), RoundingMode.FLOOR);
            return below.add(BigDecimal.valueOf(5, field.scale() + 1));
        }

        @Override
        public Object storable(Object value) {
            BigDecimal given = as(field, BigDecimal.class, value);
            BigDecimal number = given.stripTrailingZeros();
            // long, because a scale near the limits of int must not wrap round
            long integerDigits = (long) number.precision() - number.scale();
            if (number.signum() != 0
                    && (number.scale() > field.scale() || integerDigits > field.precision() - field.scale())) {
                throw Refusal.value(
                        OrmErrorCode.VALUE_TOO_LARGE,
                        field,
                        field + " takes at most " + (field.precision() - field.scale()) + " digits before and "
                                + field.scale() + " after the point, and never rounds");
            }
            return comparable(number);
        }
    }

    private record InstantCodec(FieldDefinition field) implements FieldCodec {
        @Override
        public Object comparable(Object value) {
            Instant time = as(field, Instant.class, value);
            if (time.isBefore(EARLIEST)) {
                return EARLIEST.minusMillis(1);
            }
            return time.isAfter(LATEST.plusMillis(1)) ? LATEST.plusMillis(1) : time.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Object storable(Object value) {
            Instant time = as(field, Instant.class, value);
            Instant kept = time.truncatedTo(ChronoUnit.MILLIS);
            if (kept.isBefore(EARLIEST) || kept.isAfter(LATEST)) {
                throw Refusal.value(OrmErrorCode.VALUE_TOO_LARGE, field, field + " takes times of the years 1 to 9999");
            }
            return kept;
        }
    }

    private record EnumerationCodec(FieldDefinition field, Enumeration enumeration) implements FieldCodec {
        @Override
        public Object comparable(Object value) {
            String text = enumeration.text(value);
            if (text == null) {
                throw Refusal.value(
                        OrmErrorCode.INVALID_QUERY,
                        field,
                        field + " takes a " + enumeration.type().getSimpleName());
            }
            return text;
        }

        @Override
        public Object storable(Object value) {
            return comparable(value);
        }

        @Override
        public boolean decodes() {
            return true;
        }

        @Override
        public @Nullable Object decode(@Nullable Object stored) {
            if (stored == null) {
                return null;
            }
            Object constant = enumeration.constant((String) stored);
            if (constant == null) {
                throw Refusal.value(
                        OrmErrorCode.CHECK_VIOLATION,
                        field,
                        field + " holds a text that stands for no constant of "
                                + enumeration.type().getSimpleName()
                                + ": another application wrote it, or a constant was renamed");
            }
            return constant;
        }
    }

    private record JsonCodec(FieldDefinition field, JsonText json) implements FieldCodec {
        @Override
        public Object comparable(Object value) {
            return json.canonical(field, value);
        }

        @Override
        public Object storable(Object value) {
            return json.canonical(field, value);
        }

        @Override
        public boolean decodes() {
            return true;
        }

        @Override
        public @Nullable Object decode(@Nullable Object stored) {
            return stored == null ? null : json.read(field, (String) stored);
        }
    }
}
