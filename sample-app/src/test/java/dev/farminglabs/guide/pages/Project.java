package dev.farminglabs.guide.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where things are in the project. */
final class Project {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path GUIDE = ROOT.resolve("docs");
    static final Path INDEX = GUIDE.resolve("README.md");

    /** Every Markdown file: the guide, those at the root, and those for GitHub. */
    static List<Page> pages() {
        return Stream.of(files(ROOT, ".md", 1), files(GUIDE, ".md", 9), files(ROOT.resolve(".github"), ".md", 9))
                .flatMap(List::stream)
                .map(Page::read)
                .toList();
    }

    /** The files below a folder, down to that many levels. */
    static List<Path> files(Path folder, String ending, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first element of that name holds. */
    static String tag(String name, String xml) {
        Matcher found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(xml);
        if (!found.find()) {
            throw new IllegalArgumentException("No element " + name);
        }
        return found.group(1);
    }

    private Project() {}
}
