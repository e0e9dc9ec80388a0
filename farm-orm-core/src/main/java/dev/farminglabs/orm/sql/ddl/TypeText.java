package dev.farminglabs.orm.sql.ddl;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column type taken apart: {@code timestamp(3) with time zone} is {@code timestamp with time zone} with 3.
 *
 * @param name   the type without its numbers
 * @param limits its numbers; none means no limit
 */
record TypeText(String name, List<Integer> limits) {

    private static final Pattern SHAPE = Pattern.compile("([^(]*)\\(([0-9, ]+)\\)(.*)");

    static TypeText of(String type) {
        Matcher matcher = SHAPE.matcher(type);
        if (!matcher.matches()) {
            return new TypeText(type, List.of());
        }
        List<Integer> limits = Arrays.stream(matcher.group(2).split(","))
                .map(limit -> Integer.valueOf(limit.trim()))
                .toList();
        return new TypeText(matcher.group(1) + matcher.group(3), limits);
    }

    /** Whether a column with these limits has room for what one with the others holds. */
    boolean holds(TypeText other, boolean decimal) {
        if (limits.isEmpty()) {
            return true;
        }
        if (other.limits.isEmpty()) {
            return false;
        }
        int room = limits.get(0);
        int needed = other.limits.get(0);
        if (!decimal) {
            return room >= needed;
        }
        int scale = limits.size() > 1 ? limits.get(1) : 0;
        int neededScale = other.limits.size() > 1 ? other.limits.get(1) : 0;
        return scale >= neededScale && room - scale >= needed - neededScale;
    }
}
