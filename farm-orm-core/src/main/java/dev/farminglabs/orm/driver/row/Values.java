package dev.farminglabs.orm.driver.row;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is the same value, and which of two comes first. */
public final class Values {

    /** Beyond this many zeros a decimal keeps its exponent; no field has that many digits. */
    private static final int SPELLED_OUT = 1000;

    /** One spelling for equal values: a decimal without trailing zeros, and without an exponent. */
    public static Object normal(Object value) {
        return value instanceof BigDecimal decimal ? decimal(decimal) : value;
    }

    /** The same for what may be null. */
    public static @Nullable Object normalOrNull(@Nullable Object value) {
        return value == null ? null : normal(value);
    }

    /** The one spelling of a decimal. */
    public static BigDecimal decimal(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() >= -SPELLED_OUT ? stripped.setScale(0) : stripped;
    }

    /** The order of two values of one field: numbers and times by value, text by code point. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // both are of the one Java type of a field's kind
    public static int compare(Object one, Object other) {
        return one instanceof String text ? compareText(text, (String) other) : ((Comparable) one).compareTo(other);
    }

    private static int compareText(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return weight(a) - weight(b);
            }
        }
        return one.length() - other.length();
    }

    /** Code units in code point order: what a surrogate begins comes after everything else. */
    private static int weight(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }

    /** ASCII letters in lower case, everything else as it is. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return folded.toString();
    }

    private Values() {}
}
