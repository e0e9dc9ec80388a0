package dev.farminglabs.guide.pages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** The pages in the order of the index, in its sections. */
record Contents(List<Section> sections) {

    record Section(String title, List<Entry> entries) {}

    record Entry(String title, Path file) {}

    /** A section is a heading of the second level, an entry the first link of a list item. */
    static Contents of(Page index) {
        List<Section> sections = new ArrayList<>();
        for (Node node = index.document().getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                sections.add(new Section(Page.textOf(heading), new ArrayList<>()));
            } else if (!sections.isEmpty()) {
                Section section = sections.get(sections.size() - 1);
                new Page(index.file(), node)
                        .nodes(Link.class).stream()
                                .filter(Contents::begins)
                                .forEach(link -> section.entries().add(entry(index, link)));
            }
        }
        sections.removeIf(section -> section.entries().isEmpty());
        return new Contents(sections);
    }

    private static boolean begins(Link link) {
        return link.getPrevious() == null && link.getDestination().endsWith(".md");
    }

    private static Entry entry(Page index, Link link) {
        return new Entry(
                Page.textOf(link),
                index.file().resolveSibling(link.getDestination()).normalize());
    }

    String html(Page current, Function<Path, String> name) {
        StringBuilder html = new StringBuilder();
        for (Section section : sections) {
            html.append("<h2>").append(Markup.escaped(section.title())).append("</h2>\n<ul>\n");
            for (Entry entry : section.entries()) {
                String here = entry.file().equals(current.file()) ? " aria-current=\"page\"" : "";
                html.append("<li>").append(anchor(entry, name, here)).append("</li>\n");
            }
            html.append("</ul>\n");
        }
        return html.toString();
    }

    /** Links to the page before and the page after. */
    String around(Page current, Function<Path, String> name) {
        List<Entry> all =
                sections.stream().flatMap(section -> section.entries().stream()).toList();
        int here = all.stream().map(Entry::file).toList().indexOf(current.file());
        String before = here > 0 ? anchor(all.get(here - 1), name, " rel=\"prev\"") : "";
        String after = here + 1 < all.size() ? anchor(all.get(here + 1), name, " rel=\"next\"") : "";
        return "<span>" + before + "</span><span>" + after + "</span>";
    }

    private static String anchor(Entry entry, Function<Path, String> name, String attributes) {
        return "<a href=\"" + name.apply(entry.file()) + "\"" + attributes + ">" + Markup.escaped(entry.title())
                + "</a>";
    }
}
