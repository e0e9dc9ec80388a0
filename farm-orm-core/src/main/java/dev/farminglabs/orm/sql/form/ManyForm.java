package dev.farminglabs.orm.sql.form;

import dev.farminglabs.orm.operation.Setting;
import java.util.List;

/** How many records are created in one statement: what comes behind the list of columns. */
@FunctionalInterface
public interface ManyForm {

    /** One array for each column, such as {@code text[]}. */
    ManyForm UNNEST_BRACKETS = (sql, types, columns) -> unnest(sql, types, columns, "[]");

    /** One array for each column, such as {@code varchar array}. */
    ManyForm UNNEST_ARRAY = (sql, types, columns) -> unnest(sql, types, columns, " array");

    /** One text with a JSON array of rows, each an array. */
    ManyForm JSON_EACH = (sql, types, columns) -> {
        sql.add(" select ");
        for (int i = 0; i < columns.size(); i++) {
            sql.add(i == 0 ? "" : ", ").add("json_extract(value, '$[" + i + "]')");
        }
        sql.add(" from json_each(").bind(rows(columns)).add(")");
    };

    /** One text with a JSON array of rows, which becomes a table with a type for each column. */
    ManyForm JSON_TABLE = (sql, types, columns) -> {
        sql.add(" select * from json_table(").bind(rows(columns)).add(", '$[*]' columns (");
        for (int i = 0; i < columns.size(); i++) {
            String type = types.of(columns.get(i).field());
            sql.add((i == 0 ? "c" : ", c") + i + ' ' + type + " path '$[" + i + "]' error on error");
        }
        sql.add(")) as j");
    };

    /** All columns in one place. */
    private static Bind rows(List<Setting> columns) {
        return Bind.rows(columns.stream()
                .map(column -> Bind.json(column.value(), column.field()))
                .toList());
    }

    /** Writes where the rows come from. */
    void write(SqlWriter sql, TypeForm types, List<Setting> columns);

    private static void unnest(SqlWriter sql, TypeForm types, List<Setting> columns, String array) {
        sql.add(" select * from unnest(");
        sql.list(
                columns,
                column -> sql.add("cast(")
                        .bind(Bind.array(column.value(), column.field()))
                        .add(" as ")
                        .add(types.of(column.field()))
                        .add(array)
                        .add(")"));
        sql.add(")");
    }
}
