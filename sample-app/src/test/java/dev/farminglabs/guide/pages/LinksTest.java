package dev.farminglabs.guide.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A link inside the project leads to something, and its anchor to a heading. Addresses elsewhere are not asked. */
class LinksTest {

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() {
        return Project.pages().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.toString(), () -> assertThat(page.targets()).allSatisfy(target -> check(page, target))));
    }

    @Test
    void everyPictureIsOnAPageOfTheGuide() {
        List<String> shown = Project.files(Project.GUIDE, ".md", 1).stream()
                .map(Page::read)
                .flatMap(page -> page.targets().stream())
                .filter(target -> target.startsWith("images/"))
                .toList();
        assertThat(Project.files(Project.GUIDE.resolve("images"), "", 1))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(shown).contains("images/" + picture.getFileName()));
    }

    private static void check(Page page, String target) {
        if (target.contains(":")) {
            assertThat(target).matches("(https://|http://localhost|mailto:).+");
            return;
        }
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        assertThat(file).exists();
        if (parts.length == 2) {
            assertThat(Page.read(file).anchors().values()).as(target).contains(parts[1]);
        }
    }
}
