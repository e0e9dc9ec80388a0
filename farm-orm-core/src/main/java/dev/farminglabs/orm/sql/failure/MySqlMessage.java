package dev.farminglabs.orm.sql.failure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names in messages of MySQL and MariaDB, such as {@code Duplicate entry 'a@x' for key 'users_email_key'}. The value
 * stands before the name, and the name at the very end, so a value that looks like a name is not taken for one.
 */
public final class MySqlMessage {

    private static final Pattern KEY = Pattern.compile("Duplicate entry '.*' for key '(.+)'$", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile(
            "a foreign key constraint fails .*?CONSTRAINT `((?:[^`]|``)+)` FOREIGN KEY", Pattern.DOTALL);
    private static final Pattern CHECK =
            Pattern.compile("CONSTRAINT `(.+?)` failed for `|Check constraint '(.+)' is violated", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9A-F]{4})");
    private static final Pattern COLUMN = Pattern.compile("(?:for column|Column|Field) '?[`']([^`']+)[`']");

    /** The name of a broken unique key, on MySQL behind its table's; null in other messages. */
    public static @Nullable String key(String message) {
        return first(KEY.matcher(message));
    }

    /** The name of a broken reference or check; null in other messages. */
    public static @Nullable String rule(String message) {
        String reference = first(REFERENCE.matcher(message));
        if (reference != null) {
            return reference.replace("``", "`");
        }
        Matcher check = CHECK.matcher(message);
        return !check.find() ? null : check.group(1) == null ? check.group(2) : check.group(1);
    }

    /** The column that lacks a value or cannot take it; null in other messages. */
    public static @Nullable String column(String message) {
        return first(COLUMN.matcher(message));
    }

    /** The name with its control characters, which MariaDB spells as {@code \\001F}. */
    public static String unescaped(String name) {
        return ESCAPE.matcher(name)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private static @Nullable String first(Matcher matcher) {
        return matcher.find() ? matcher.group(1) : null;
    }

    private MySqlMessage() {}
}
