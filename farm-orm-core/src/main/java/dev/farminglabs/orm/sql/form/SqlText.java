package dev.farminglabs.orm.sql.form;

import java.util.List;

/**
 * The text of a statement and what to bind to it. Only this package makes any, and only from resolved definitions.
 * Immutable.
 */
public final class SqlText {

    private final String text;
    private final List<Bind> binds;

    SqlText(String text, List<Bind> binds) {
        this.text = text;
        this.binds = List.copyOf(binds);
    }

    /** The text, with a question mark for each bind. */
    public String text() {
        return text;
    }

    /** What to bind, in the order of the question marks. */
    public List<Bind> binds() {
        return binds;
    }

    @Override
    public String toString() {
        return text;
    }
}
