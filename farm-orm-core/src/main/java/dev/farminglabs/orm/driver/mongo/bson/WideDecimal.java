package dev.farminglabs.orm.driver.mongo.bson;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.types.Decimal128;

/**
 * Decimals of more digits than a {@code Decimal128} can add up exactly. Such a value is stored as a document of two: {@code
 * w}, how often the unit goes into it, rounded down, and {@code f}, the rest, never negative. For a {@code decimal(38, 9)}
 * the unit is 1, so {@code -0.5} is {@code {w: -1, f: 0.5}}. The server compares and sorts such documents as the numbers they
 * stand for, adds to both parts in place, and sums each part exactly.
 */
public record WideDecimal(BigDecimal unit) {

    /** Below this many digits a million million values still add up exactly in the 34 digits of a {@code Decimal128}. */
    private static final int NARROW = 22;

    private static final int PART = 29;

    /** Of a {@code Decimal128}. */
    private static final int DIGITS = 34;

    /** The name of the whole part. */
    public static final String WHOLE = "w";
    /** The name of the rest. */
    public static final String REST = "f";

    /** Whether values of the field are stored in two parts. */
    public static boolean is(FieldDefinition field) {
        return field.kind() == FieldKind.DECIMAL && field.precision() > NARROW;
    }

    /** How values of the field are parted. */
    public static WideDecimal of(FieldDefinition field) {
        int whole = field.precision() - field.scale();
        int shift = whole > PART || field.scale() > PART ? whole - PART : 0;
        return new WideDecimal(BigDecimal.ONE.scaleByPowerOfTen(shift));
    }

    /** How often the unit goes into the value, rounded down. */
    public BigDecimal whole(BigDecimal value) {
        return value.divide(unit).setScale(0, RoundingMode.FLOOR);
    }

    /** What is left of the value then. */
    public BigDecimal rest(BigDecimal value) {
        return value.subtract(whole(value).multiply(unit));
    }

    /** The value in two parts. */
    public BsonDocument write(BigDecimal value) {
        return new BsonDocument(WHOLE, number(whole(value))).append(REST, number(rest(value)));
    }

    /** The value of two parts. */
    public BigDecimal join(BigDecimal whole, BigDecimal rest) {
        return whole.multiply(unit).add(rest);
    }

    /** The value in one part. A hundred is {@code 100} where the digits suffice, as others read it, and not {@code 1E+2}. */
    public static BsonDecimal128 number(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        boolean spelledOut = stripped.scale() < 0 && stripped.precision() - stripped.scale() <= DIGITS;
        return new BsonDecimal128(new Decimal128(spelledOut ? stripped.setScale(0) : stripped));
    }

    /** Which numbers a decimal field can hold. */
    public record DecimalRange(FieldDefinition field) {

        /** The value without the digits that the field has no room for, rounded down. */
        public BigDecimal floor(BigDecimal value) {
            return value.setScale(field.scale(), RoundingMode.FLOOR);
        }

        /** The greatest value; the least is its negation. */
        public BigDecimal greatest() {
            return BigDecimal.ONE
                    .scaleByPowerOfTen(field.precision() - field.scale())
                    .subtract(BigDecimal.ONE.scaleByPowerOfTen(-field.scale()));
        }

        /** Whether the value is not beyond the greatest or the least one. */
        public boolean spans(BigDecimal value) {
            return value.abs().compareTo(greatest()) <= 0;
        }

        /** Whether the field can hold the value exactly. */
        public boolean holds(BigDecimal value) {
            return spans(value) && value.stripTrailingZeros().scale() <= field.scale();
        }
    }
}
