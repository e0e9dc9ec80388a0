package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldKind;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a result's rows are laid out. The rows of a nested result have two more columns in front, which are no cells: the
 * parent's key, and one that is null where the parent has no related record.
 *
 * @param columns what kind of value each column holds, with those in front
 * @param cells   the cell of each column, without those in front
 * @param width   how many cells a row has; those without a column hold what is nested
 * @param place   whose cell the rows go to; null for the first result
 */
public record SqlResult(
        List<FieldKind> columns,
        List<Integer> cells,
        int width,
        @Nullable Place place) {

    /** How many columns stand in front of a nested result's cells. */
    public static final int IN_FRONT = 2;

    /**
     * The cell that holds the rows of a nested result.
     *
     * @param result the index of the result whose rows have the cell
     * @param key    the cell of such a row's key
     * @param cell   the cell
     */
    public record Place(int result, int key, int cell) {}

    /** Copies the lists. */
    public SqlResult {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /** Columns that are the cells, in their order. */
    static SqlResult plain(List<FieldKind> columns) {
        return new SqlResult(columns, IntStream.range(0, columns.size()).boxed().toList(), columns.size(), null);
    }
}
