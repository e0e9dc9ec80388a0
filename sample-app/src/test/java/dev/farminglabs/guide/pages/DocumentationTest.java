package dev.farminglabs.guide.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** What every page shows is there: Java in a source that compiles and runs, settings, artifacts, modules, profiles, tests. */
class DocumentationTest {

    /** Their examples are pieces of these; the quick start has whole files of its own. */
    private static final List<Path> SOURCES = List.of(
            Path.of("src/test/java/dev/farminglabs/guide"),
            Path.of("../farm-orm-core/src/test/java/com/acme"),
            Path.of("../docs/quick-start"));

    /** What a block may be. Only what a program says, and TypeScript that the tests of core run, is not compared. */
    private static final Set<String> LANGUAGES = Set.of("java", "xml", "yaml", "json", "sh", "log", "ts");

    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern FARM_VERSION = Pattern.compile(
            "<groupId>dev\\.farminglabs</groupId>\\s*<artifactId>[^<]+</artifactId>\\s*<version>([^<]+)");
    private static final Pattern MODULE = Pattern.compile(" -pl ([a-z-]+)");
    private static final Pattern PROFILE = Pattern.compile(" -P([a-z-]+)");
    private static final Pattern TEST = Pattern.compile("-Dtest=([A-Z][A-Za-z]+)");

    @Test
    void everyPageIsInTheIndex() {
        List<Path> linked = Page.read(Project.INDEX).targets().stream()
                .map(target ->
                        Project.GUIDE.resolve(target.replaceAll("#.*", "")).normalize())
                .toList();
        assertThat(linked).as("docs/README.md, the index").containsAll(pagesBesideTheIndex());
    }

    private static List<Path> pagesBesideTheIndex() {
        return Project.files(Project.GUIDE, ".md", 9).stream()
                .filter(file -> !file.equals(Project.INDEX))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyBlockSaysWhatItIs() {
        return pages(page -> {
            assertThat(page.nodes(IndentedCodeBlock.class))
                    .as("blocks without a fence")
                    .isEmpty();
            assertThat(page.nodes(FencedCodeBlock.class))
                    .extracting(FencedCodeBlock::getInfo)
                    .isSubsetOf(LANGUAGES);
        });
    }

    @TestFactory
    Stream<DynamicTest> javaIsAPieceOfASource() {
        List<String> sources = SOURCES.stream()
                .flatMap(folder -> Project.files(folder, ".java", 9).stream())
                .map(file -> stripped(Project.text(file)))
                .toList();
        return pages(page -> assertThat(page.blocks("java")).allSatisfy(block -> {
            String example = stripped(block.getLiteral());
            assertThat(sources)
                    .as("a source with%n%s", block.getLiteral())
                    .anyMatch(source -> source.contains(example));
        }));
    }

    /** How a piece is indented and where its lines are broken does not count. */
    private static String stripped(String text) {
        return text.replaceAll("\\s+", "");
    }

    @TestFactory
    Stream<DynamicTest> jsonCanBeRead() {
        return pages(page -> assertThat(page.blocks("json"))
                .allSatisfy(block -> JsonMapper.shared().readTree(block.getLiteral())));
    }

    @TestFactory
    Stream<DynamicTest> artifactsAreThereInThisVersion() {
        String poms = poms();
        return pages(page -> assertThat(page.blocks("xml")).allSatisfy(block -> {
            String text = block.getLiteral();
            assertThat(found(ARTIFACT, text))
                    .allSatisfy(name -> assertThat(poms).contains("<artifactId>" + name + "</artifactId>"));
            assertThat(found(FARM_VERSION, text)).containsOnly(System.getProperty("farm.orm.version"));
        }));
    }

    @TestFactory
    Stream<DynamicTest> commandsNameModulesProfilesAndTestsThatAreThere() {
        String poms = poms();
        List<String> tests = Project.files(Project.ROOT, ".java", 20).stream()
                .map(file -> file.getFileName().toString())
                .toList();
        return pages(page -> {
            String text = Project.text(page.file());
            assertThat(found(MODULE, text)).allSatisfy(name -> assertThat(poms).contains("<module>" + name + "<"));
            assertThat(found(PROFILE, text)).allSatisfy(name -> assertThat(poms).contains("<id>" + name + "<"));
            assertThat(found(TEST, text))
                    .allMatch(name -> name.equals("NameOfTheTest") || tests.contains(name + ".java"));
        });
    }

    private static String poms() {
        return String.join(
                "\n",
                Project.files(Project.ROOT, "pom.xml", 3).stream()
                        .map(Project::text)
                        .toList());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static Stream<DynamicTest> pages(Consumer<Page> check) {
        return Project.pages().stream().map(page -> DynamicTest.dynamicTest(page.toString(), () -> check.accept(page)));
    }
}
