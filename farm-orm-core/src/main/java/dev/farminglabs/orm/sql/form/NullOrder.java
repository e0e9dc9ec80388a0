package dev.farminglabs.orm.sql.form;

import dev.farminglabs.orm.operation.Sort;

/** How nulls are put first or last. */
public enum NullOrder {
    /** {@code nulls first} and {@code nulls last}. */
    CLAUSE {
        @Override
        public String before(String column, Sort sort) {
            return "";
        }

        @Override
        public String behind(Sort sort) {
            return sort.nullsFirst() ? " nulls first" : " nulls last";
        }
    },
    /** Null is the least value there is; where it is to be the greatest, whether it is null is ordered first. */
    LEAST {
        @Override
        public String before(String column, Sort sort) {
            if (sort.nullsFirst() != sort.descending()) {
                return "";
            }
            return column + (sort.nullsFirst() ? " is null desc, " : " is null, ");
        }

        @Override
        public String behind(Sort sort) {
            return "";
        }
    };

    /** What stands in front of the column. */
    public abstract String before(String column, Sort sort);

    /** What stands behind it. */
    public abstract String behind(Sort sort);
}
