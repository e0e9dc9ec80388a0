package dev.farminglabs.orm.driver.row;

/** A condition with its values, made once for an operation and asked of each record. */
@FunctionalInterface
public interface RowTest {

    /** Whether it is true of the row. */
    boolean test(Row row);

    /** The same, or its complement. */
    default RowTest negatedIf(boolean negated) {
        return negated ? row -> !test(row) : this;
    }
}
