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

    SqlText(String text, List<Bind> binds) {
        this.text = text;
        this.binds = List.copyOf(binds);
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
        List<Bind> lists = binds.stream().filter(Bind::expands).toList();
        int from = 0;
        for (int i = 0; i < sizes.size(); i++) {
            int at = text.indexOf(LIST, from);
            boolean arrays = lists.get(i).form() == Bind.Form.ARRAYS;
            full.append(text, from, at).append(arrays ? arrays(sizes.get(i)) : places(sizes.get(i)));
            from = at + 1;
        }
        return full.append(text, from, text.length()).toString();
    }

    private static String places(int count) {
        return count == 0 ? "select null from dual where false" : "?" + ", ?".repeat(count - 1);
    }

    private static String arrays(int count) {
        String rows = "select * from unnest(?)";
        return count == 1 ? "?" : rows + (" union all " + rows).repeat(count - 1);
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
