package dev.farminglabs.orm.sql.form;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimals as text that has their order, for a database without exact decimals. What is written is the sum of the number and
 * a one with as many zeros as the number may have digits before its point, so that all are positive and of one length:
 * {@code decimal(4, 2)} has -1.5 as {@code 098.50}, 0 as {@code 100.00} and 99.99 as {@code 199.99}.
 */
public final class SortableDecimal {

    /**
     * The text of a number. One with more digits than the column has is no stored number's text, and has its place in their
     * order all the same.
     */
    public static String text(BigDecimal number, Bind.Digits digits) {
        BigDecimal moved = number.add(BigDecimal.TEN.pow(digits.precision() - digits.scale()));
        if (moved.signum() < 0) {
            return "-";
        }
        BigDecimal full = moved.scale() < digits.scale() ? moved.setScale(digits.scale()) : shortest(moved, digits);
        String text = full.toPlainString();
        int point = text.indexOf('.');
        int missing = digits.precision() - digits.scale() + 1 - (point < 0 ? text.length() : point);
        return missing < 0 ? "9" : "0".repeat(missing) + text;
    }

    private static BigDecimal shortest(BigDecimal moved, Bind.Digits digits) {
        BigDecimal cut = moved.setScale(digits.scale(), RoundingMode.DOWN);
        return cut.compareTo(moved) == 0 ? cut : moved;
    }

    /** The number of a stored text, or of a sum, which is several numbers with blanks between them. */
    public static BigDecimal number(String text) {
        if (text.indexOf(' ') >= 0) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String part : text.split(" ", -1)) {
                sum = sum.add(new BigDecimal(part));
            }
            return sum;
        }
        int point = text.indexOf('.');
        return new BigDecimal(text).subtract(BigDecimal.TEN.pow((point < 0 ? text.length() : point) - 1));
    }

    private SortableDecimal() {}
}
