package dev.farminglabs.orm.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.reliability.Figure.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Renders the recorded figures into {@code docs/reliability.md}, between two markers. {@code mvn verify -Preliability} runs it
 * as a test after all the others; no other run touches the page. A test that failed does not end that build before the page is
 * written, so it is this one that fails then.
 */
class ReliabilityPage {

    private static final Path PAGE = Path.of("..", "docs", "reliability.md");
    private static final List<Path> MODULES =
            List.of(Path.of("..", "farm-orm-core"), Path.of("..", "farm-orm-spring-boot-autoconfigure"));
    private static final String BEGIN = "<!-- figures: made by mvn verify -Preliability -->";
    private static final String END = "<!-- end of figures -->";

    private static final Comparator<Figure> ORDER = Comparator.comparing(Figure::claim)
            .thenComparing(Figure::store)
            .thenComparing(figure -> String.valueOf(figure.seed()));

    @Test
    void shows() throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (Path module : MODULES) {
            figures.addAll(Figures.read(module.resolve(Figures.FOLDER)));
        }
        assertThat(figures).as("figures of the run " + Figures.RUN).isNotEmpty();
        Files.writeString(PAGE, page(Files.readString(PAGE), figures));
        assertThat(wrong(figures)).as("what " + PAGE + " says is not so").isEmpty();
        for (Path module : MODULES) {
            assertThat(FailedTests.of(module)).as("failed tests of " + module).isEmpty();
        }
    }

    /** What a whole run should have measured and did not, and what is not as it is claimed. The clock is no failure. */
    private static List<String> wrong(Collection<Figure> figures) {
        boolean whole = System.getProperty("reliability.stores") == null;
        return Stream.concat(figures.stream(), whole ? missing(figures).stream() : Stream.empty())
                .filter(figure -> figure.outcome() == Outcome.MISSED)
                .map(ReliabilityPage::row)
                .toList();
    }

    /** The page with what is between the markers replaced. */
    static String page(String before, Collection<Figure> figures) {
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The page has lost its markers " + BEGIN + " and " + END);
        }
        return before.substring(0, begin + BEGIN.length()) + "\n" + body(figures) + before.substring(end);
    }

    /** A row for each store that a claim is about and that nothing was measured on. */
    private static List<Figure> missing(Collection<Figure> figures) {
        List<Figure> missing = new ArrayList<>();
        for (Claim claim : Claim.values()) {
            List<String> measured = figures.stream()
                    .filter(figure -> figure.claim().equals(claim.toString()))
                    .map(Figure::store)
                    .toList();
            for (MeasuredStore store : claim.stores()) {
                if (measured.stream().noneMatch(store::is)) {
                    missing.add(Figure.missing(claim, store.toString()));
                }
            }
        }
        return missing;
    }

    private static String body(Collection<Figure> figures) {
        List<Figure> rows = new ArrayList<>(figures);
        rows.addAll(missing(figures));
        StringBuilder text = new StringBuilder("\nMeasured ")
                .append(distinct(figures, Figure::date))
                .append(", Farm ORM ")
                .append(distinct(figures, Figure::library))
                .append(", Java ")
                .append(distinct(figures, Figure::java))
                .append(": ")
                .append(number(rows, Outcome.REACHED))
                .append(" of ")
                .append(rows.size())
                .append(" figures reached their target, ")
                .append(number(rows, Outcome.CUT_SHORT))
                .append(" were ended by the clock, ")
                .append(number(rows, Outcome.MISSED))
                .append(" were not reached or not measured.")
                .append(withoutServer(figures))
                .append('\n');
        Map<String, List<Figure>> topics =
                rows.stream().collect(Collectors.groupingBy(Figure::topic, TreeMap::new, Collectors.toList()));
        topics.forEach((topic, all) -> text.append(section(topic, all)));
        return text.append('\n').toString();
    }

    private static long number(Collection<Figure> figures, Outcome outcome) {
        return figures.stream().filter(figure -> figure.outcome() == outcome).count();
    }

    private static String withoutServer(Collection<Figure> figures) {
        String stores = MeasuredStore.MAY_BE_MISSING.stream()
                .filter(store -> figures.stream().map(Figure::store).noneMatch(store::is))
                .map(MeasuredStore::toString)
                .collect(Collectors.joining(" and "));
        return stores.isEmpty()
                ? ""
                : " There was no server of these, and nothing was measured on them: " + stores + ".";
    }

    private static String distinct(Collection<Figure> figures, Function<Figure, String> part) {
        return figures.stream().map(part).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static String section(String topic, List<Figure> rows) {
        String table = rows.stream().sorted(ORDER).map(ReliabilityPage::row).collect(Collectors.joining());
        return "\n## " + topic + "\n\n| claim | store | kind | figure | target | reached | seed |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |\n" + table;
    }

    private static String row(Figure figure) {
        List<Object> cells = List.of(
                figure.claim(),
                figure.store(),
                figure.kind(),
                figure.figure(),
                figure.target(),
                figure.outcome(),
                figure.seed() == null ? "none" : figure.seed());
        return cells.stream()
                .map(cell -> cell.toString().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
