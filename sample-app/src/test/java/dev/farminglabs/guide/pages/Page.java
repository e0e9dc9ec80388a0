package dev.farminglabs.guide.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** One Markdown file of the project, read. */
record Page(Path file, Node document) {

    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    static Page read(Path file) {
        try {
            return new Page(file.normalize(), PARSER.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the first heading, or the file's name where there is none. */
    String title() {
        return nodes(Heading.class).stream()
                .findFirst()
                .map(Page::textOf)
                .orElse(file.getFileName().toString());
    }

    List<FencedCodeBlock> blocks(String language) {
        return nodes(FencedCodeBlock.class).stream()
                .filter(block -> block.getInfo().equals(language))
                .toList();
    }

    /** Where links and pictures lead to. */
    List<String> targets() {
        List<String> found = new ArrayList<>();
        nodes(Link.class).forEach(link -> found.add(link.getDestination()));
        nodes(Image.class).forEach(image -> found.add(image.getDestination()));
        return found;
    }

    /** The anchors of the headings, as GitHub makes them; a text that comes again is numbered. */
    Map<Heading, String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        Map<Heading, String> anchors = new LinkedHashMap<>();
        for (Heading heading : nodes(Heading.class)) {
            String text =
                    textOf(heading).toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[^\\w\\p{L}-]", "");
            int before = seen.merge(text, 1, Integer::sum) - 1;
            anchors.put(heading, before == 0 ? text : text + "-" + before);
        }
        return anchors;
    }

    <N extends Node> List<N> nodes(Class<N> type) {
        List<N> found = new ArrayList<>();
        collect(document, type, found);
        return found;
    }

    private static <N extends Node> void collect(Node node, Class<N> type, List<N> found) {
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            collect(child, type, found);
        }
    }

    static String textOf(Node node) {
        List<String> words = new ArrayList<>();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.add(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.add(code.getLiteral());
            }
        });
        return words.stream().collect(Collectors.joining()).trim();
    }

    @Override
    public String toString() {
        return Project.ROOT.relativize(file).toString();
    }
}
