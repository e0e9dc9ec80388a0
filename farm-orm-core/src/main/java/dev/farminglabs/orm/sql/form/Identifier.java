package dev.farminglabs.orm.sql.form;

import org.jspecify.annotations.Nullable;

/** Names in statements. The only class that knows quote characters. */
public enum Identifier {
    /** Standard SQL. */
    DOUBLE_QUOTES('"'),
    /** MySQL and MariaDB. */
    BACKTICKS('`');

    private final String quote;

    Identifier(char quote) {
        this.quote = String.valueOf(quote);
    }

    /** The character that opens and closes a name, and is doubled in one. */
    public String mark() {
        return quote;
    }

    /** The name in quotes, so that it means exactly these characters. */
    public String quoted(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A name in a statement cannot be empty or contain NUL");
        }
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** The quoted name, behind the quoted namespace if there is one. */
    public String qualified(@Nullable String namespace, String name) {
        return namespace == null ? quoted(name) : quoted(namespace) + '.' + quoted(name);
    }
}
