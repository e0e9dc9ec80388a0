package dev.farminglabs.orm.autoconfigure.console.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** An element with its attributes and content, or a piece of text. Filled by one thread, then only read. */
public final class Html {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    private static final Set<String> VOID = Set.of("input", "meta", "link", "br", "hr");
    private static final Set<String> ADDRESSES = Set.of("href", "action", "src");

    private final String tag;
    private final @Nullable String text;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Html> content = new ArrayList<>();

    private Html(String tag, @Nullable String text) {
        this.tag = tag;
        this.text = text;
    }

    /** An element of that name. */
    public static Html of(String tag) {
        return new Html(name(tag), null);
    }

    /** An element of that name around a text. */
    public static Html of(String tag, String text) {
        return of(tag).text(text);
    }

    /** An element of that name and class. */
    public static Html styled(String tag, String styleClass, Html... content) {
        return of(tag).with("class", styleClass).add(content);
    }

    /** A link around a text. */
    public static Html link(String address, String text) {
        return of("a", text).with("href", address);
    }

    /** A part that is scrolled by itself, with the keyboard too, under a name for those who do not see it. */
    public static Html scroll(String name, Html content) {
        return styled("div", "scroll", content)
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", name);
    }

    /** Gives an attribute a value. An address leads to this server, to this page, or holds an image. */
    public Html with(String attribute, String value) {
        if (ADDRESSES.contains(attribute) && !leadsHere(value)) {
            throw new IllegalArgumentException("An address of the console leads elsewhere");
        }
        attributes.put(name(attribute), value);
        return this;
    }

    /** Gives an attribute a value where a condition holds. */
    public Html with(boolean condition, String attribute, String value) {
        return condition ? with(attribute, value) : this;
    }

    private static boolean leadsHere(String address) {
        return (address.startsWith("/") && !address.startsWith("//"))
                || address.startsWith("#")
                || address.startsWith("data:image/");
    }

    /** Puts elements in. */
    public Html add(Html... more) {
        content.addAll(List.of(more));
        return this;
    }

    /** Puts elements in. */
    public Html add(List<Html> more) {
        content.addAll(more);
        return this;
    }

    /** Puts a text in. */
    public Html text(String more) {
        content.add(new Html("", more));
        return this;
    }

    /** The whole document, with this as its root. */
    public String document() {
        return "<!DOCTYPE html>\n" + this;
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of an element or attribute: " + name);
        }
        return name;
    }

    private void write(StringBuilder out) {
        if (text != null) {
            out.append(HtmlUtils.htmlEscape(text, "UTF-8"));
            return;
        }
        out.append('<').append(tag);
        attributes.forEach((attribute, value) -> out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(HtmlUtils.htmlEscape(value, "UTF-8"))
                .append('"'));
        out.append('>');
        if (!VOID.contains(tag)) {
            content.forEach(part -> part.write(out));
            out.append("</").append(tag).append('>');
        }
    }

    /** The element as text. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }
}
