package dev.farminglabs.guide.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide as a site, which is left in {@code target/guide} of the project for people to look at. */
class GuideSiteTest {

    private static final Path FOLDER = Project.ROOT.resolve("target/guide");
    private static final Pattern TARGET = Pattern.compile("(?:href|src)=\"([^\":]*?)(?:#([^\"]*))?\"");

    @Test
    void everyPageIsWrittenAndItsLinksLeadSomewhere() {
        new Site().write(FOLDER);

        List<Path> pages = Project.files(FOLDER, ".html", 1);
        assertThat(pages).hasSizeGreaterThan(20);
        assertThat(pages).allSatisfy(GuideSiteTest::check);
    }

    @Test
    void theContentsAreThoseOfTheIndexInItsOrder() {
        List<String> entries = Contents.of(Page.read(Project.INDEX)).sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(entry -> entry.file().getFileName().toString())
                .toList();
        assertThat(entries).startsWith("quick-start.md").contains("map.md").doesNotHaveDuplicates();
    }

    private static void check(Path page) {
        String html = Project.text(page);
        assertThat(html).doesNotContain("{{").contains("<h1 id=", "</html>");
        TARGET.matcher(html).results().forEach(target -> {
            Path file = target.group(1).isEmpty() ? page : page.resolveSibling(target.group(1));
            assertThat(file).exists();
            if (target.group(2) != null) {
                assertThat(Project.text(file)).contains("id=\"" + target.group(2) + "\"");
            }
        });
    }
}
