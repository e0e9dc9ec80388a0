package dev.farminglabs.guide.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** Every property that a page shows is one that Farm ORM or Spring Boot knows. */
class SettingsTest {

    private static final Pattern PROPERTY = Pattern.compile(
            "(?:--|-D)?((?:farm\\.orm|logging|management|server|spring)\\.[a-z0-9.<>-]+[a-z0-9>])(?![A-Za-z0-9.])(?!\\()");

    /** An observation, its key, metrics, options of a JVM, and the property of a library that the sample does not have. */
    private static final Set<String> OTHERS = Set.of(
            "farm.orm.client.operation",
            "farm.orm.schema",
            "farm.orm.redis.scans",
            "farm.orm.audit.written",
            "farm.orm.audit.dropped",
            "farm.orm.audit.queued",
            "farm.orm.screenshots",
            "spring.aot.enabled",
            "spring.flyway.placeholder-replacement");

    private static final Pattern SWITCH = Pattern.compile("@ConditionalOnBooleanProperty\\((?:name = )?\"([a-z.]+)\"");
    private static final Pattern HEALTH = Pattern.compile("String NAME = \"([a-z]+)\";");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final Metadata metadata = Metadata.onTheClassPath();

    @TestFactory
    Stream<DynamicTest> settingsAreKnown() {
        return Project.pages().stream().map(page -> DynamicTest.dynamicTest(page.toString(), () -> check(page)));
    }

    /** What a condition asks is answered ahead of time where an application is processed ahead of time. */
    @Test
    void thoseThatABuildFixesAreNamed() {
        String sources = String.join(
                "\n",
                Project.files(Project.ROOT.resolve("farm-orm-spring-boot-autoconfigure/src/main/java"), ".java", 20)
                        .stream()
                        .map(Project::text)
                        .toList());
        Set<String> fixed = new TreeSet<>();
        SWITCH.matcher(sources).results().forEach(found -> fixed.add(found.group(1)));
        HEALTH.matcher(sources)
                .results()
                .forEach(found -> fixed.add("management.health." + found.group(1) + ".enabled"));
        assertThat(fixed).isNotEmpty();
        assertThat(Project.text(Project.GUIDE.resolve("spring.md")).lines())
                .filteredOn(line -> line.contains("fixed when it is built"))
                .singleElement()
                .satisfies(line -> assertThat(CODE.matcher(line).results().map(found -> found.group(1)))
                        .containsExactlyInAnyOrderElementsOf(fixed));
    }

    private void check(Page page) {
        Set<String> shown = new TreeSet<>();
        page.blocks("yaml").forEach(block -> flatten("", new Yaml().load(block.getLiteral()), shown));
        page.nodes(Code.class).forEach(code -> inText(code.getLiteral(), shown));
        page.blocks("sh").forEach(block -> inText(block.getLiteral(), shown));
        shown.removeAll(OTHERS);
        assertThat(shown).allMatch(metadata::knows, "is a known property");
    }

    private static void inText(String text, Set<String> shown) {
        if (!text.startsWith("org.") && !text.startsWith("dev.")) {
            PROPERTY.matcher(text).results().forEach(found -> shown.add(found.group(1)));
        }
    }

    private static void flatten(String name, Object value, Set<String> shown) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(name.isEmpty() ? key.toString() : name + "." + key, inner, shown));
        } else {
            shown.add(name);
        }
    }
}
