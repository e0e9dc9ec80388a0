package dev.farminglabs.orm.driver.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names at the beginning of H2's message about a duplicate, such as {@code PUBLIC.users_email_key INDEX
 * PUBLIC.users_email_key_INDEX_6 ON PUBLIC.users(email NULLS FIRST) VALUES (...)}. Names that are not plain words are quoted
 * as in SQL. Reading ends before the values.
 */
final class H2Message {

    /**
     * The names in the message.
     *
     * @param keys    the constraint, or the index, or both
     * @param table   the table
     * @param columns the columns of the key
     */
    record Duplicate(List<String> keys, String table, List<String> columns) {}

    private static final String BEGINNING = "violation: \"";

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4})|\\\\)");

    private final String text;
    private int at;

    private H2Message(String text) {
        this.text = text;
    }

    /** What stands behind the kind of violation, or null when the message is another. */
    static @Nullable String subject(String message) {
        int from = message.indexOf(BEGINNING);
        // The whole stands in quotes: a quote in it is doubled, and so is a backslash.
        return from < 0
                ? null
                : unescaped(message.substring(from + BEGINNING.length()).replace("\"\"", "\""));
    }

    /** The names of a message about a duplicate, or null when it is another. */
    static @Nullable Duplicate duplicate(String message) {
        String subject = subject(message);
        return subject == null ? null : new H2Message(subject).duplicate();
    }

    private @Nullable Duplicate duplicate() {
        List<String> keys = new ArrayList<>();
        keys.add(name());
        if (skip(" INDEX ")) {
            keys.add(name());
        }
        if (!skip(" ON ") && !skip(" PRIMARY KEY ON ")) {
            return null;
        }
        String table = name();
        List<String> columns = new ArrayList<>();
        boolean more = skip("(");
        while (more) {
            columns.add(name());
            skip(" NULLS FIRST");
            more = skip(", ");
        }
        return new Duplicate(keys, table, columns);
    }

    private boolean skip(String word) {
        boolean found = text.startsWith(word, at);
        at += found ? word.length() : 0;
        return found;
    }

    /** The last part of a name with its schema in front. */
    private String name() {
        String part = part();
        while (skip(".")) {
            part = part();
        }
        return part;
    }

    private String part() {
        boolean escaped = skip("U&");
        if (skip("\"")) {
            String quoted = quoted();
            return escaped ? unescaped(quoted) : quoted;
        }
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder name = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"' && !skip("\"")) {
                break;
            }
            name.append(next);
        }
        return name.toString();
    }

    /** Undoes {@code \00e9} and {@code \+01f600}, and the doubling of other backslashes. */
    private static String unescaped(String name) {
        return ESCAPE.matcher(name).replaceAll(escape -> {
            String code = escape.group(1) != null ? escape.group(1) : escape.group(2);
            String plain = code == null ? "\\" : Character.toString(Integer.parseInt(code, 16));
            return Matcher.quoteReplacement(plain);
        });
    }
}
