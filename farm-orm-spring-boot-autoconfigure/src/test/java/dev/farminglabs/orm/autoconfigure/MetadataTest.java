package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import dev.farminglabs.orm.autoconfigure.actuate.FarmOrmEndpointAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.actuate.FarmOrmHealthAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.artifacts.FarmOrmArtifactsAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.audit.FarmOrmAuditAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.console.FarmOrmConsoleAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.console.FarmOrmNoConsoleAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.observation.FarmOrmObservationAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.setup.FarmOrmSetupAutoConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetadataTest {

    /** A row of the table in the guide: the key, its default, and what it says. */
    private static final Pattern ROW =
            Pattern.compile("\\| `((?:farm|management)\\.[a-z.<>-]+)` \\| (?:`([^`]+)`)? ?\\| (.+) \\|");

    /** Their keys are names that the application gives. */
    private static final Set<String> MAPS = Set.of("farm.orm.schemas", "farm.orm.artifacts.targets");

    @Test
    void theGuideHasExactlyTheKeysThereAreWithTheirDefaults() throws Exception {
        Map<String, String> actual = new TreeMap<>();
        for (JsonNode property : metadata().get("properties")) {
            String name = property.get("name").asString();
            if (!MAPS.contains(name) && !name.startsWith("management.endpoint.")) {
                actual.put(name, text(property.get("defaultValue")));
            }
        }
        for (RecordComponent component : SchemaProperties.class.getRecordComponents()) {
            String name = DataObjectPropertyName.toDashedForm(component.getName());
            actual.put("farm.orm.schemas.<bean>." + name, name.equals("setup") ? "none" : "");
        }
        Class<?> target = Class.forName(
                FarmOrmArtifactsAutoConfiguration.class.getPackageName() + ".FarmOrmArtifactsProperties$Target");
        for (RecordComponent component : target.getRecordComponents()) {
            String name = component.getName();
            actual.put("farm.orm.artifacts.targets.<name>." + name, name.equals("description") ? "change" : "");
        }
        assertThat(documented()).isEqualTo(actual);
    }

    /** The annotation processor writes a list as text. */
    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.asString().replaceAll("^\\[|]$", "");
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/spring.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                found.put(row.group(1), row.group(2) == null ? "" : row.group(2));
            }
        }
        return found;
    }

    @Test
    void theKindsOfStoreAreExactlyTheDocumentedOnes() {
        assertThat(Arrays.stream(StoreKind.values()).map(StoreKind::property))
                .containsExactly("jdbc", "redis", "mongo", "memory", "driver");
    }

    @Test
    void everyKeyIsDescribedInOneSentence() throws IOException {
        for (JsonNode property : metadata().get("properties")) {
            assertThat(property.path("description").asString(""))
                    .as(property.get("name").asString())
                    .endsWith(".")
                    .doesNotStartWith("The ")
                    .doesNotStartWith("A ");
        }
    }

    @Test
    void valuesAreHinted() throws IOException {
        assertThat(metadata()
                        .get("hints")
                        .valueStream()
                        .map(each -> each.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "farm.orm.schemas.keys",
                        "farm.orm.artifacts.targets.keys",
                        "farm.orm.console.path",
                        "farm.orm.console.forbidden-profiles",
                        "farm.orm.guard.forbidden-stores.keys",
                        "farm.orm.guard.no-push-profiles");
    }

    @Test
    void theAutoConfigurationAndTheAnalyzersAreFound() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(
                        FarmOrmAutoConfiguration.class.getName(),
                        FarmOrmAuditAutoConfiguration.class.getName(),
                        FarmOrmSetupAutoConfiguration.class.getName(),
                        FarmOrmArtifactsAutoConfiguration.class.getName(),
                        FarmOrmConsoleAutoConfiguration.class.getName(),
                        FarmOrmNoConsoleAutoConfiguration.class.getName(),
                        FarmOrmEndpointAutoConfiguration.class.getName(),
                        FarmOrmHealthAutoConfiguration.class.getName(),
                        FarmOrmObservationAutoConfiguration.class.getName());
        ArgumentResolver beans = ArgumentResolver.of(BeanFactory.class, new DefaultListableBeanFactory())
                .and(Environment.class, new MockEnvironment());
        FailureHandler othersNeedMore =
                (type, name, failure) -> assertThat(name).doesNotContain("farminglabs");
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, beans, othersNeedMore))
                .hasAtLeastOneElementOfType(StartupFailureAnalyzer.class)
                .hasAtLeastOneElementOfType(OrmErrorFailureAnalyzer.class);
    }

    private static JsonNode metadata() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                FarmOrmAutoConfiguration.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            JsonNode all = JsonMapper.shared().readTree(file);
            assertThat(all.get("groups").get(0).get("name").asString()).isEqualTo("farm.orm");
            return all;
        }
    }
}
