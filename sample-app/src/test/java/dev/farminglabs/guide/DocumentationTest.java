package dev.farminglabs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every Java example of the README and the docs is a piece of a source file beside this one. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final Path SOURCES = Path.of("src", "test", "java", "dev", "farminglabs", "guide");
    private static final Pattern EXAMPLE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> examplesCompile() {
        String sources = files(SOURCES, ".java")
                .map(DocumentationTest::text)
                .map(DocumentationTest::stripped)
                .collect(Collectors.joining("\n"));
        return Stream.concat(Stream.of(ROOT.resolve("README.md")), files(ROOT.resolve("docs"), ".md"))
                .map(page -> DynamicTest.dynamicTest(
                        page.getFileName().toString(),
                        () -> assertThat(examples(page))
                                .allSatisfy(example -> assertThat(sources).contains(example))));
    }

    private static List<String> examples(Path page) {
        List<String> found = new ArrayList<>();
        EXAMPLE.matcher(text(page)).results().forEach(match -> found.add(stripped(match.group(1))));
        return found;
    }

    /** How a piece is indented and where its lines are broken does not count. */
    private static String stripped(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
