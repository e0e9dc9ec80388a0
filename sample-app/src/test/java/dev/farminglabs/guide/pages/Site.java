package dev.farminglabs.guide.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** The guide as a web site of static files: pages, one style sheet, pictures. */
final class Site {

    /** Where links to files lead that are not part of the site. */
    private static final String SOURCES = "https://github.com/farming-labs/farm-orm-java/blob/main/";

    private final List<Page> pages = Project.pages().stream()
            .filter(page -> !page.file().startsWith(Project.ROOT.resolve(".github")))
            .toList();
    private final Contents contents = Contents.of(Page.read(Project.INDEX));
    private final String frame = Project.text(Path.of("src/test/resources/guide/page.html"));

    /** Writes all files. What is there already is replaced. */
    void write(Path folder) {
        try {
            Files.createDirectories(folder.resolve("images"));
            copy(Path.of("src/test/resources/guide/guide.css"), folder.resolve("guide.css"));
            for (Path image : Project.files(Project.GUIDE.resolve("images"), ".png", 1)) {
                copy(image, folder.resolve("images").resolve(image.getFileName()));
            }
            for (Page page : pages) {
                Files.writeString(folder.resolve(name(page.file())), html(page));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private String html(Page page) {
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(Page.EXTENSIONS)
                .nodeRendererFactory(CodeBlocks::new)
                .attributeProviderFactory(context -> attributes(page))
                .build();
        return frame.replace("{{title}}", Markup.escaped(page.title()))
                .replace("{{contents}}", contents.html(page, Site::name))
                .replace("{{around}}", contents.around(page, Site::name))
                .replace("{{page}}", renderer.render(page.document()));
    }

    private static AttributeProvider attributes(Page page) {
        Map<Heading, String> anchors = page.anchors();
        return (node, tag, attributes) -> {
            if (node instanceof Heading heading) {
                attributes.put("id", anchors.get(heading));
            }
            attributes.computeIfPresent("href", (key, target) -> target(page, target));
            attributes.computeIfPresent("src", (key, target) -> target.replaceFirst("^docs/", ""));
        };
    }

    private static String target(Page page, String target) {
        if (target.contains(":") || target.startsWith("#")) {
            return target;
        }
        String[] parts = target.split("#", 2);
        Path file = page.file().resolveSibling(parts[0]).normalize();
        if (!file.toString().endsWith(".md")) {
            return SOURCES + Project.ROOT.relativize(file);
        }
        return name(file) + (parts.length == 2 ? "#" + parts[1] : "");
    }

    /** The index is the first page; the README of the project is beside the others. */
    static String name(Path file) {
        if (file.equals(Project.INDEX)) {
            return "index.html";
        }
        return file.getFileName().toString().replace(".md", ".html").toLowerCase(Locale.ROOT);
    }
}
