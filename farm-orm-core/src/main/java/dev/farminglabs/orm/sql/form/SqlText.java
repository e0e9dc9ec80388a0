package dev.farminglabs.orm.sql.form;

import java.util.List;

/**
 * The text of a statement and what to bind to it. Only this package makes any, and only from resolved definitions.
 * Immutable.
 */
public final class SqlText {

    /** Stands in a text where a list is; no name holds it. */
    static final char LIST = '\0';

    private final String text;
    private final List<Bind> binds;
    private final List<String> between;

    /** {@code between} is what stands between two places of a list, for each list. */
    SqlText(String text, List<Bind> binds, List<String> between) {
        this.text = text;
        this.binds = List.copyOf(binds);
        this.between = List.copyOf(between);
    }

    /** The text, with a question mark for each bind; one with lists is given their sizes instead. */
    public String text() {
        return text;
    }

    /**
     * The text with as many question marks for each list as it needs, none of which makes an empty list.
     *
     * @param sizes how many places each list has, or how many arrays, in the order of the text
     */
    public String text(List<Integer> sizes) {
        StringBuilder full = new StringBuilder(text.length());
        int from = 0;
        for (int i = 0; i < sizes.size(); i++) {
            int at = text.indexOf(LIST, from);
            full.append(text, from, at).append(places(sizes.get(i), between.get(i)));
            from = at + 1;
        }
        return full.append(text, from, text.length()).toString();
    }

    private static String places(int count, String between) {
        return count == 0 ? "select null from dual where false" : "?" + (between + "?").repeat(count - 1);
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
