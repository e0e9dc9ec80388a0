package dev.farminglabs.orm.reliability;

import dev.farminglabs.orm.tck.StoreFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes down figures, one JSON file each, for {@link ReliabilityPage}. The same claim on the same store overwrites what an
 * earlier run has left.
 *
 * <pre>{@code
 * Figures.about("Races", "64 threads upsert one key: one record, no error")
 *         .target("1 record, 0 errors")
 *         .on(fixture())
 *         .measured(records + " record, " + errors + " errors", records == 1 && errors == 0);
 * }</pre>
 *
 * Immutable; each step gives a new one.
 *
 * @param topic  the section of the page
 * @param claim  what is claimed
 * @param goal   what is aimed at
 * @param store  the store with its version
 * @param kind   what the store is
 * @param chance the seed of the random choices, or null
 */
public record Figures(
        String topic,
        String claim,
        String goal,
        String store,
        Figure.Kind kind,
        @Nullable Long chance) {

    static final Path FOLDER = Path.of("target", "reliability");
    static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final ThreadLocal<Boolean> UNRECORDED = new ThreadLocal<>();

    /** Runs tests whose figures say nothing about the library, such as those of a driver with a planted bug. */
    public static void unrecorded(Runnable tests) {
        UNRECORDED.set(true);
        try {
            tests.run();
        } finally {
            UNRECORDED.remove();
        }
    }

    /** Whether this run is to take the time for the long figures: {@code mvn verify -Preliability}. */
    public static boolean longRun() {
        return Boolean.getBoolean("farm.orm.reliability");
    }

    /** A claim in a section of the page. About the library alone, until a store is said. */
    public static Figures about(String topic, String claim) {
        return new Figures(topic, claim, "", "any", Figure.Kind.IN_PROCESS, null);
    }

    /** What is aimed at. */
    public Figures target(String target) {
        return new Figures(topic, claim, target, store, kind, chance);
    }

    /** The store. */
    public Figures on(StoreFixture fixture) {
        return on(fixture.name(), fixture.server() == null ? Figure.Kind.IN_PROCESS : Figure.Kind.REAL);
    }

    /** The store by its name and version. */
    public Figures on(String name, Figure.Kind newKind) {
        return new Figures(topic, claim, goal, name, newKind, chance);
    }

    /** The seed of the random choices. */
    public Figures seed(long seed) {
        return new Figures(topic, claim, goal, store, kind, seed);
    }

    /** Takes the figure down. It does not fail when the target was not reached: asserting is the test's. */
    public void measured(String figure, boolean reached) {
        if (UNRECORDED.get() != null) {
            return;
        }
        String date = LocalDate.now(ZoneOffset.UTC).toString();
        String library = System.getProperty("farm.orm.version", "of this build");
        String java = System.getProperty("java.version");
        Figure all = new Figure(topic, claim, figure, goal, reached, store, kind, chance, library, java, date);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file()), JSON.writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String file() {
        String words = (topic + " " + claim + " " + store).toLowerCase(Locale.ROOT);
        String plain = words.replaceAll("[^a-z0-9.]+", "-");
        String start = plain.substring(0, Math.min(plain.length(), 100));
        return start + "-" + Integer.toHexString(words.hashCode()) + ".json";
    }

    /** What has been taken down in that folder, in no particular order. */
    static List<Figure> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Figures::figure)
                    .toList();
        }
    }

    private static Figure figure(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Figure.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
