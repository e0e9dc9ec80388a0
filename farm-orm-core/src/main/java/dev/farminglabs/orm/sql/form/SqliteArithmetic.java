package dev.farminglabs.orm.sql.form;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;

/**
 * Exact numbers on SQLite, which would go on with a rounded one where a whole number overflows, and has no decimals. Those
 * are {@link SortableDecimal} texts; they are added in parts of 18 digits and summed in parts of 9, from the right. What does
 * not fit fails with "integer overflow", the one error an expression can raise.
 */
public record SqliteArithmetic() implements Arithmetic {

    private static final String OVERFLOW = "abs(-9223372036854775807 - 1)";
    private static final int PART = 18;
    private static final String BASE = "1000000000000000000";
    private static final int SUMMED = 9;

    @Override
    public void add(SqlWriter sql, String column, FieldDefinition field, Runnable value) {
        if (field.kind() == FieldKind.DECIMAL) {
            decimals(sql, column, field, value);
            return;
        }
        sql.add("case when " + column + " is null then null when ");
        boolean small = field.kind() == FieldKind.INTEGER;
        sql.add(small ? column + " + " : "typeof(" + column + " + ");
        value.run();
        sql.add(small ? " between -2147483648 and 2147483647" : ") = 'integer'").add(" then " + column + " + ");
        value.run();
        sql.add(" else " + OVERFLOW + " end");
    }

    /** Innermost both numbers as digits, then one query around the other for each part with its carry. */
    private static void decimals(SqlWriter sql, String column, FieldDefinition field, Runnable value) {
        int digits = field.precision() + 1;
        int parts = (digits + PART - 1) / PART;
        int first = digits - (parts - 1) * PART;
        String top = "x" + (parts - 1);
        sql.add("(select case when a is null then null when " + top + " not between 0 and 2" + "0".repeat(first - 1))
                .add(" - 1 then " + OVERFLOW + " else " + result(field, parts, first) + " end from ");
        for (int part = parts - 1; part >= 0; part--) {
            sql.add("(select *, " + part("a", digits, part) + " + " + part("b", digits, part))
                    .add(part == 0 ? "" : " + x" + (part - 1) + " / " + BASE)
                    .add(part == parts - 1 ? " - 1" + "0".repeat(first - 1) : "")
                    .add(" as x" + part + " from ");
        }
        sql.add("(select replace(" + column + ", '.', '') as a, replace(");
        value.run();
        sql.add(", '.', '') as b)").add(")".repeat(parts)).add(")");
    }

    /** The digits of a part; the first part, which is the last counted, may be shorter. */
    private static String part(String digits, int length, int part) {
        return cut(digits, length, part, PART);
    }

    private static String cut(String digits, int length, int part, int size) {
        int end = length - part * size;
        int from = Math.max(end - size, 0) + 1;
        return "cast(substr(" + digits + ", " + from + ", " + (end - from + 1) + ") as integer)";
    }

    private static String result(FieldDefinition field, int parts, int first) {
        StringBuilder format = new StringBuilder("%0" + first + "lld");
        StringBuilder values = new StringBuilder("x" + (parts - 1));
        for (int part = parts - 2; part >= 0; part--) {
            format.append("%0").append(PART).append("lld");
            values.append(", x").append(part).append(" % ").append(BASE);
        }
        String all = "printf('" + format + "', " + values + ")";
        int whole = field.precision() - field.scale() + 1;
        return field.scale() == 0
                ? all
                : "substr(" + all + ", 1, " + whole + ") || '.' || substr(" + all + ", " + (whole + 1) + ")";
    }

    /** Several numbers with blanks between them; whoever reads them adds them up. */
    @Override
    public String sum(String column, FieldDefinition field) {
        if (field.kind() != FieldKind.DECIMAL) {
            return "sum(" + column + " / 1000000000) || 'E9 ' || sum(" + column + " % 1000000000)";
        }
        String digits = "replace(" + column + ", '.', '')";
        int length = field.precision() + 1;
        StringBuilder sum = new StringBuilder();
        for (int part = 0; part * SUMMED < length; part++) {
            sum.append("sum(").append(cut(digits, length, part, SUMMED));
            sum.append(") || 'E").append(part * SUMMED - field.scale()).append(" ' || ");
        }
        return sum + "'-' || count(" + column + ") || 'E" + (field.precision() - field.scale()) + "'";
    }
}
