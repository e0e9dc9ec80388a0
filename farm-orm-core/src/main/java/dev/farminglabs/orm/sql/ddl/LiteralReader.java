package dev.farminglabs.orm.sql.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the constants in what a catalog says of a default or a check: {@code 'it''s'::text} is {@code it's}. */
final class LiteralReader {

    private static final Pattern CAST = Pattern.compile("::[a-z0-9_ ]+(\\([0-9, ]+\\))?");
    private static final Pattern TRAILING = Pattern.compile("(" + CAST.pattern() + "|[)\\s])*");

    private final String expression;
    private final List<String> texts = new ArrayList<>();
    private int firstStart = -1;
    private int firstEnd = -1;

    private LiteralReader(String expression) {
        this.expression = expression;
        for (int at = 0; at < expression.length(); at++) {
            if (expression.charAt(at) == '\'') {
                at = read(at);
            }
        }
    }

    /** All texts in quotes. */
    static List<String> texts(String expression) {
        return new LiteralReader(expression).texts;
    }

    /** The one text in quotes that the expression consists of, casts and the name of its type aside; else null. */
    static @Nullable String text(String expression) {
        LiteralReader reader = new LiteralReader(expression);
        boolean one = reader.texts.size() == 1
                && TRAILING.matcher(expression.substring(reader.firstEnd)).matches()
                && expression.substring(0, reader.firstStart).matches("[(\\s]*(?:_\\w+|[A-Za-z ]*&?)");
        return one ? reader.texts.get(0) : null;
    }

    /** The expression in lower case without casts, outer brackets and blanks. */
    static String bare(String expression) {
        String bare =
                CAST.matcher(expression.toLowerCase(Locale.ROOT)).replaceAll("").replaceAll("\\s", "");
        while (bare.startsWith("(") && bare.endsWith(")")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        return bare;
    }

    /** Reads one text and returns the place of its closing quote. */
    private int read(int open) {
        boolean unicode = expression.regionMatches(true, Math.max(0, open - 2), "U&", 0, 2);
        StringBuilder text = new StringBuilder();
        int at = open + 1;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            if (c == '\'' && at + 1 < expression.length() && expression.charAt(at + 1) == '\'') {
                text.append(c);
                at += 2;
            } else if (c == '\'') {
                break;
            } else if (unicode && c == '\\') {
                at = escape(at + 1, text);
            } else {
                text.append(c);
                at++;
            }
        }
        if (texts.isEmpty()) {
            firstStart = open;
            firstEnd = Math.min(at + 1, expression.length());
        }
        texts.add(text.toString());
        return at;
    }

    /** Reads {@code \00e9}, {@code \+01f600} or a doubled backslash and returns the place behind it. */
    private int escape(int at, StringBuilder text) {
        if (expression.charAt(at) == '\\') {
            text.append('\\');
            return at + 1;
        }
        int start = expression.charAt(at) == '+' ? at + 1 : at;
        int end = start + (start == at ? 4 : 6);
        text.appendCodePoint(Integer.parseInt(expression.substring(start, end), 16));
        return end;
    }
}
