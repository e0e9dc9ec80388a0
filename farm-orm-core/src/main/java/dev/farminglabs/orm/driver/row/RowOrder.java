package dev.farminglabs.orm.driver.row;

import dev.farminglabs.orm.operation.Sort;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of rows. */
public final class RowOrder {

    /** By the first key, where that is the same by the second, and so on. */
    public static Comparator<Row> by(List<Sort> sorts) {
        return (one, other) -> {
            for (Sort sort : sorts) {
                int order = compare(sort, one.get(sort.field()), other.get(sort.field()));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static int compare(Sort sort, @Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            int nullsFirst = Boolean.compare(one != null, other != null);
            return sort.nullsFirst() ? nullsFirst : -nullsFirst;
        }
        return sort.descending() ? Values.compare(other, one) : Values.compare(one, other);
    }

    private RowOrder() {}
}
