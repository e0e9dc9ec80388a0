package dev.farminglabs.orm.sql.failure;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQLite's messages, such as {@code [SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint failed (UNIQUE constraint failed:
 * users.email)}. The driver has the extended result code in an exception class of its own and in the message; read there, no
 * class of the driver is needed. The messages hold names and no values.
 */
public final class SqliteMessage {

    private static final Pattern CODE = Pattern.compile("\\[(SQLITE_[A-Z_]+)]");
    private static final Pattern DETAIL =
            Pattern.compile("(no such table|no such column|has no column|integer overflow|already exists)");
    private static final Pattern COLUMNS =
            Pattern.compile("(?:UNIQUE|NOT NULL) constraint failed: (.+?)\\)?$", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("CHECK constraint failed: (.+?)\\)?$", Pattern.DOTALL);

    /** Stands for an SQLSTATE, which SQLite has not: the result code, and what is wrong where the code does not tell. */
    public static @Nullable String state(String message) {
        Matcher code = CODE.matcher(message);
        if (!code.lookingAt()) {
            return null;
        }
        Matcher detail = DETAIL.matcher(message);
        return code.group(1).equals("SQLITE_ERROR") && detail.find() ? detail.group(1) : code.group(1);
    }

    /** The columns of a broken key or of a missing value, each behind its table and a point; empty for other messages. */
    public static List<String> columns(String message) {
        Matcher columns = COLUMNS.matcher(message);
        return columns.find() ? Arrays.asList(columns.group(1).split(", ")) : List.of();
    }

    /** The name of a broken check, or null. */
    public static @Nullable String rule(String message) {
        Matcher rule = RULE.matcher(message);
        return rule.find() ? rule.group(1) : null;
    }

    private SqliteMessage() {}
}
