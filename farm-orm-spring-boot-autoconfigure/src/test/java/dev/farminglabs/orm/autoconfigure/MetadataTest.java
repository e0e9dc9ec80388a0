package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetadataTest {

    @Test
    void theKeysAreExactlyTheDocumentedOnes() throws IOException {
        JsonNode properties = metadata().get("properties");
        assertThat(properties.valueStream().map(each -> each.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "farm.orm.enabled",
                        "farm.orm.naming",
                        "farm.orm.schemas",
                        "farm.orm.setup.phase",
                        "farm.orm.guard.no-push-profiles",
                        "farm.orm.mongo.validators");
        assertThat(Arrays.stream(SchemaProperties.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrder("store", "bean", "setup", "prefix", "namespace", "transactionManager");
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
                .containsExactlyInAnyOrder("farm.orm.schemas.keys", "farm.orm.guard.no-push-profiles");
    }

    @Test
    void theAutoConfigurationAndTheAnalyzersAreFound() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(FarmOrmAutoConfiguration.class.getName());
        ArgumentResolver beans = ArgumentResolver.of(BeanFactory.class, new DefaultListableBeanFactory());
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
