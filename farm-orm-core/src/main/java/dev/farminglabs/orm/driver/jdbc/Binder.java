package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.form.Bind;
import dev.farminglabs.orm.sql.form.JsonArrays;
import dev.farminglabs.orm.sql.form.SortableDecimal;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts one argument into its place in a statement. */
@FunctionalInterface
interface Binder {

    /** How many values an array of H2 holds. */
    int HELD = 65_536;

    /** Binds what the place is for, from the arguments, and says where the next place is. */
    int bind(PreparedStatement statement, int at, Arguments arguments) throws SQLException;

    static Binder of(Bind bind, Dialect dialect) {
        Slot slot = bind.slot();
        Values values = Values.of(bind.kind(), dialect.values());
        UnaryOperator<Object> written = written(bind, values);
        return switch (bind.form()) {
            case VALUE ->
                (statement, at, arguments) -> {
                    Object value = arguments.get(slot);
                    values.bind(statement, at, value == null ? null : written.apply(value));
                    return at + 1;
                };
            case LIST ->
                (statement, at, arguments) -> {
                    List<?> list = arguments.list(slot);
                    int next = at + places(list.size());
                    for (int place = at; place < next; place++) {
                        Object value = list.get(Math.min(place - at, list.size() - 1));
                        values.bind(statement, place, value == null ? null : written.apply(value));
                    }
                    return next;
                };
            case ARRAYS -> {
                String type = dialect.elementType(bind.kind());
                yield (statement, at, arguments) -> {
                    List<?> list = arguments.list(slot);
                    int arrays = arrays(list.size());
                    for (int i = 0; i < arrays; i++) {
                        List<?> part = list.subList(i * HELD, Math.min((i + 1) * HELD, list.size()));
                        statement.setArray(
                                at + i, statement.getConnection().createArrayOf(type, elements(values, part)));
                    }
                    return at + arrays;
                };
            }
            case COUNT ->
                (statement, at, arguments) -> {
                    statement.setInt(at, arguments.count(slot));
                    return at + 1;
                };
            case JSON ->
                (statement, at, arguments) -> {
                    statement.setString(at, JsonArrays.list(column(bind, dialect, arguments)));
                    return at + 1;
                };
            case ROWS ->
                (statement, at, arguments) -> {
                    List<JsonArrays.Column> columns = bind.columns().stream()
                            .map(column -> column(column, dialect, arguments))
                            .toList();
                    statement.setString(at, JsonArrays.rows(columns));
                    return at + 1;
                };
            case ARRAY -> {
                String type = dialect.elementType(bind.kind());
                yield (statement, at, arguments) -> {
                    Array array = statement.getConnection().createArrayOf(type, elements(values, arguments.list(slot)));
                    statement.setArray(at, array);
                    return at + 1;
                };
            }
        };
    }

    /** How many places a list gets: few different numbers, so that few statements differ; the last value fills up. */
    static int places(int size) {
        return size <= 1 ? size : Integer.highestOneBit(size - 1) << 1;
    }

    /** How many arrays a list is sent as: at least one, and one for nearly all. */
    static int arrays(int size) {
        return Math.max(1, (size + HELD - 1) / HELD);
    }

    /** Decimals that travel as text are written with the digits of their column. */
    private static UnaryOperator<Object> written(Bind bind, Values values) {
        return values == Values.SORTABLE_DECIMAL
                ? value -> SortableDecimal.text((BigDecimal) value, bind.digits())
                : UnaryOperator.identity();
    }

    private static JsonArrays.Column column(Bind bind, Dialect dialect, Arguments arguments) {
        Values values = Values.of(bind.kind(), dialect.values());
        UnaryOperator<Object> written = written(bind, values);
        return new JsonArrays.Column(arguments.list(bind.slot()), value -> values.element(written.apply(value)));
    }

    private static @Nullable Object[] elements(Values values, List<?> list) {
        @Nullable Object[] elements = new Object[list.size()];
        int at = 0;
        for (Object value : list) {
            elements[at++] = value == null ? null : values.element(value);
        }
        return elements;
    }
}
