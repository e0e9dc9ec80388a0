package dev.farminglabs.orm.sql.form;

import dev.farminglabs.orm.operation.Comparison;

/**
 * How text is searched and ordered. Each form is a pattern in which {@code %c} stands for the column and {@code %v} for
 * the value. None uses LIKE, so no character of a value means anything but itself. Immutable.
 *
 * @param contains   true where the value is somewhere in the column
 * @param startsWith true where the column begins with the value
 * @param endsWith   true where the column ends with the value
 * @param fold       ASCII capitals of {@code %c} as small letters, all other characters as they are
 * @param ordered    what orders {@code %c} by code point
 * @param restored   from what orders back to text
 */
public record TextForm(
        String contains, String startsWith, String endsWith, String fold, String ordered, String restored) {

    /** The pattern of a comparison, or null when it is not about parts of a text. */
    public String pattern(Comparison comparison) {
        return switch (comparison) {
            case CONTAINS, CONTAINS_IGNORE_CASE -> contains;
            case STARTS_WITH, STARTS_WITH_IGNORE_CASE -> startsWith;
            case ENDS_WITH, ENDS_WITH_IGNORE_CASE -> endsWith;
            case EQUAL, EQUAL_IGNORE_CASE -> "%c = %v";
            case GREATER -> "%c > %v";
            case GREATER_OR_EQUAL -> "%c >= %v";
            case LESS -> "%c < %v";
            case LESS_OR_EQUAL -> "%c <= %v";
        };
    }

    /** Whether capitals count as small letters. */
    public static boolean ignoresCase(Comparison comparison) {
        return switch (comparison) {
            case EQUAL_IGNORE_CASE, CONTAINS_IGNORE_CASE, STARTS_WITH_IGNORE_CASE, ENDS_WITH_IGNORE_CASE -> true;
            default -> false;
        };
    }

    /** Whether it asks which comes first. */
    public static boolean ordering(Comparison comparison) {
        return switch (comparison) {
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> true;
            default -> false;
        };
    }

    /** Writes a pattern, calling {@code column} and {@code value} where they stand. */
    public static void write(SqlWriter sql, String pattern, Runnable column, Runnable value) {
        int from = 0;
        for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', from)) {
            sql.add(pattern.substring(from, at));
            (pattern.charAt(at + 1) == 'c' ? column : value).run();
            from = at + 2;
        }
        sql.add(pattern.substring(from));
    }
}
