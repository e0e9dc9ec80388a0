package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.SqlQuery;
import dev.farminglabs.orm.sql.SqlResult;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the results of several statements that travelled together, and puts the rows of each into those of its parents. */
final class NestedRows {

    /** How the rows of one result are read. */
    private record Shape(SqlResult result, List<Values> readers) {

        static Shape of(SqlResult result, Dialect dialect) {
            return new Shape(
                    result,
                    result.columns().stream()
                            .map(kind -> Values.of(kind, dialect.values()))
                            .toList());
        }

        @Nullable
        Object[] row(ResultSet rows, int inFront) throws SQLException {
            @Nullable Object[] row = new Object[result.width()];
            for (int i = inFront; i < readers.size(); i++) {
                row[result.cells().get(i - inFront)] = readers.get(i).get(rows, i + 1);
            }
            return row;
        }
    }

    private final List<Shape> shapes;

    NestedRows(SqlQuery query, Dialect dialect) {
        this.shapes = query.results().stream()
                .map(result -> Shape.of(result, dialect))
                .toList();
    }

    /** Runs the statements and gives the rows of the first. */
    List<@Nullable Object[]> read(PreparedStatement prepared) throws SQLException {
        List<List<@Nullable Object[]>> read = new ArrayList<>(shapes.size());
        boolean result = prepared.execute();
        for (Shape shape : shapes) {
            if (!result) {
                throw new SQLException("The driver gave fewer results than statements were sent");
            }
            try (ResultSet rows = prepared.getResultSet()) {
                SqlResult.Place place = shape.result().place();
                read.add(place == null ? rows(shape, rows) : nested(shape, rows, place, read.get(place.result())));
            }
            result = prepared.getMoreResults();
        }
        return read.get(0);
    }

    private static List<@Nullable Object[]> rows(Shape shape, ResultSet rows) throws SQLException {
        List<@Nullable Object[]> all = new ArrayList<>();
        while (rows.next()) {
            all.add(shape.row(rows, 0));
        }
        return all;
    }

    /** Leaves the cell of a parent empty that the statement did not see: it was changed in the meantime. */
    private static List<@Nullable Object[]> nested(
            Shape shape, ResultSet rows, SqlResult.Place place, List<@Nullable Object[]> parents) throws SQLException {
        Map<Object, List<@Nullable Object[]>> byKey = new HashMap<>();
        List<@Nullable Object[]> all = new ArrayList<>();
        while (rows.next()) {
            Object key = shape.readers().get(0).get(rows, 1);
            if (key == null) {
                continue;
            }
            List<@Nullable Object[]> ofParent = byKey.computeIfAbsent(key, any -> new ArrayList<>());
            if (shape.readers().get(1).get(rows, 2) != null) {
                @Nullable Object[] row = shape.row(rows, SqlResult.IN_FRONT);
                ofParent.add(row);
                all.add(row);
            }
        }
        for (@Nullable Object[] parent : parents) {
            parent[place.cell()] = byKey.get(parent[place.key()]);
        }
        return all;
    }
}
