package dev.farminglabs.orm.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.reliability.Figure.Outcome;
import dev.farminglabs.orm.tck.StoreFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes down figures, one JSON file each, for {@link ReliabilityPage}. The same claim on the same store overwrites what was
 * there; what another build has left is told by its {@link #RUN}.
 *
 * <pre>{@code
 * Figures.about(Claim.UPSERTS).target("1 record").on(fixture()).gives(() -> count() + " record");
 * }</pre>
 *
 * Immutable; each step gives a new one.
 *
 * @param claim  what is claimed
 * @param goal   what is aimed at
 * @param store  the store with its version
 * @param kind   what the store is
 * @param chance the seed of the random choices, or null
 */
public record Figures(
        Claim claim,
        String goal,
        String store,
        Figure.Kind kind,
        @Nullable Long chance) {

    /** When the build began that this is a part of; empty when it is no whole run. */
    static final String RUN = System.getProperty("farm.orm.reliability.run", "");

    static final Path FOLDER = Path.of("target", "reliability");
    static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final ThreadLocal<Boolean> UNRECORDED = new ThreadLocal<>();

    /** How many tests of a claim on a store were run and have passed. */
    private record Tally(int run, int passed) {}

    private static final Map<String, Tally> TALLIES = new ConcurrentHashMap<>();

    /** A test that ends with its figure. */
    public interface Measurement {
        String figure() throws Exception;
    }

    /** A test that passes or fails. */
    public interface Check {
        void run() throws Exception;
    }

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

    /** A claim. About the library alone, until a store is said. */
    public static Figures about(Claim claim) {
        return new Figures(claim, "", "any", Figure.Kind.IN_PROCESS, null);
    }

    /** What is aimed at. */
    public Figures target(String target) {
        return new Figures(claim, target, store, kind, chance);
    }

    /** The store. */
    public Figures on(StoreFixture fixture) {
        return on(fixture.name(), fixture.server() == null ? Figure.Kind.IN_PROCESS : Figure.Kind.REAL);
    }

    /** The store by its name and version. */
    public Figures on(String name, Figure.Kind newKind) {
        return new Figures(claim, goal, name, newKind, chance);
    }

    /** The seed of the random choices. */
    public Figures seed(long seed) {
        return new Figures(claim, goal, store, kind, seed);
    }

    /** Runs a test whose figure has to be what is aimed at. */
    public void gives(Measurement test) throws Exception {
        String figure = figure(test);
        measured(figure, figure.equals(goal) ? Outcome.REACHED : Outcome.MISSED);
        assertThat(figure).as(claim.toString()).isEqualTo(goal);
    }

    /** Runs a test that is content with its figure when it does not fail. */
    public void measure(Measurement test) throws Exception {
        measured(figure(test), Outcome.REACHED);
    }

    /** A test that fails is a figure too. */
    private String figure(Measurement test) throws Exception {
        try {
            return test.figure();
        } catch (Exception | AssertionError e) {
            measured("failed: " + e.getClass().getSimpleName(), Outcome.MISSED);
            throw e;
        }
    }

    /** Runs one of so many tests of the claim. The figure is how many have passed. */
    public void each(int of, String what, Check test) throws Exception {
        boolean passed = false;
        try {
            test.run();
            passed = true;
        } finally {
            counted(of, what, passed);
        }
    }

    /** One of so many tests of the claim has passed or not; of as many as there are, when {@code of} is 0. */
    public void counted(int of, String what, boolean passed) {
        if (UNRECORDED.get() != null) {
            return;
        }
        Tally one = new Tally(1, passed ? 1 : 0);
        Tally all = TALLIES.merge(file(), one, (some, more) -> new Tally(some.run + 1, some.passed + more.passed));
        int wanted = Math.max(of, all.run);
        target(wanted + " of " + wanted + " " + what)
                .measured(
                        all.passed + " of " + wanted + " " + what,
                        all.passed == wanted ? Outcome.REACHED : Outcome.MISSED);
    }

    /** Takes the figure down. It does not fail when the target was not reached: asserting is the test's. */
    public void measured(String figure, Outcome outcome) {
        if (UNRECORDED.get() != null) {
            return;
        }
        String date = LocalDate.now(ZoneOffset.UTC).toString();
        String library = System.getProperty("farm.orm.version", "of this build");
        String java = System.getProperty("java.version");
        Figure all = new Figure(
                claim.topic(), claim.toString(), figure, goal, outcome, store, kind, chance, library, java, date, RUN);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file()), JSON.writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String file() {
        String words = (claim.topic() + " " + claim + " " + store).toLowerCase(Locale.ROOT);
        String plain = words.replaceAll("[^a-z0-9.]+", "-");
        String start = plain.substring(0, Math.min(plain.length(), 100));
        return start + "-" + Integer.toHexString(words.hashCode()) + ".json";
    }

    /** What this run has taken down in that folder, in no particular order. */
    static List<Figure> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .map(Figures::parse)
                    .flatMap(Optional::stream)
                    .filter(figure -> RUN.equals(figure.run()))
                    .toList();
        }
    }

    /** Empty for what an older version has left in words of its own. */
    private static Optional<Figure> parse(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Figure.class));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
