package dev.farminglabs.orm.sql.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes one statement, text and binds together. Not thread-safe. */
public final class SqlWriter {

    private final StringBuilder text = new StringBuilder(256);
    private final List<Bind> binds = new ArrayList<>();
    private final List<String> separators = new ArrayList<>();
    private int aliases;

    /** A writer of an empty statement. */
    public SqlWriter() {}

    /** Adds text. */
    public SqlWriter add(String sql) {
        text.append(sql);
        return this;
    }

    /** Adds a place for a value, or for a list that is one value. */
    public SqlWriter bind(Bind bind) {
        binds.add(bind);
        text.append('?');
        return this;
    }

    /** Adds as many places for a list as it will need, with that between them. */
    public SqlWriter bind(Bind list, String between) {
        binds.add(list);
        separators.add(between);
        text.append(SqlText.LIST);
        return this;
    }

    /** Writes the items with commas between them. */
    public <T> SqlWriter list(Iterable<T> items, Consumer<T> each) {
        return joined(items, ", ", each);
    }

    /** Writes the items with that between them. */
    public <T> SqlWriter joined(Iterable<T> items, String between, Consumer<T> each) {
        String separator = "";
        for (T item : items) {
            text.append(separator);
            each.accept(item);
            separator = between;
        }
        return this;
    }

    /** A name for a table that no other table of this statement has: {@code t0}, {@code t1} and so on. */
    public String alias() {
        return "t" + aliases++;
    }

    /** What was written. */
    public SqlText done() {
        return new SqlText(text.toString(), binds, separators);
    }
}
