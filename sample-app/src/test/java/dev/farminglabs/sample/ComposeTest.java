package dev.farminglabs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** {@code compose.yaml} has the servers of each pairing. It is read and compared; starting it takes Docker. */
class ComposeTest {

    /** What the address of each server begins with, in the settings of a pairing. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "postgres", "jdbc:postgresql://",
            "mariadb", "jdbc:mariadb://",
            "redis", "redis://",
            "mongo", "mongodb://");

    private static final Path SETTINGS = Path.of("src/main/resources");
    private static final Map<String, Map<String, Object>> SERVICES = services();

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        Map<String, Object> compose = new Yaml().load(text(Path.of("compose.yaml")));
        return (Map<String, Map<String, Object>>) compose.get("services");
    }

    static List<String> pairings() throws IOException {
        try (Stream<Path> files = Files.list(SETTINGS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("application-") && !name.equals("application-docker.yml"))
                    .map(name -> name.substring("application-".length(), name.length() - ".yml".length()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyProfileIsAPairing() throws IOException {
        assertThat(SERVICES.keySet()).isEqualTo(ADDRESSES.keySet());
        Set<String> named = new TreeSet<>();
        SERVICES.values().forEach(service -> named.addAll(profiles(service)));
        assertThat(pairings()).containsAll(named);
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void aPairingHasTheServersThatItsSettingsName(String pairing) {
        String settings = settings(pairing);
        assertThat(SERVICES)
                .allSatisfy((name, service) -> assertThat(profiles(service).contains(pairing))
                        .as("%s for %s", name, pairing)
                        .isEqualTo(settings.contains(ADDRESSES.get(name))));
    }

    /** Without it, Docker Compose would start no server that has profiles. */
    @ParameterizedTest
    @MethodSource("pairings")
    void aPairingWithServersAsksForItsOwn(String pairing) {
        boolean servers =
                SERVICES.values().stream().anyMatch(service -> profiles(service).contains(pairing));
        String asked = "    compose:\n      profiles:\n        active: " + pairing + "\n";
        assertThat(settings(pairing).contains(asked)).isEqualTo(servers);
    }

    /** Boot knows a server by the name of its image, and finds the port that Docker gave it. */
    @Test
    void everyServerIsOneThatBootFinds() {
        assertThat(SERVICES).allSatisfy((name, service) -> {
            assertThat((String) service.get("image")).startsWith(name + ":");
            assertThat((List<?>) service.get("ports"))
                    .singleElement()
                    .asString()
                    .matches("\\d+");
        });
    }

    @SuppressWarnings("unchecked")
    private static List<String> profiles(Map<String, Object> service) {
        return (List<String>) service.get("profiles");
    }

    private static String settings(String pairing) {
        return text(SETTINGS.resolve("application-" + pairing + ".yml"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
