package dev.farminglabs.orm.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Renders the recorded figures into {@code docs/reliability.md}, between two markers. {@code mvn verify -Preliability} runs it
 * as a test after all the others; no other run touches the page.
 */
class ReliabilityPage {

    private static final Path PAGE = Path.of("..", "docs", "reliability.md");
    private static final String BEGIN = "<!-- figures: made by mvn verify -Preliability -->";
    private static final String END = "<!-- end of figures -->";

    private static final Comparator<Figure> ORDER = Comparator.comparing(Figure::claim)
            .thenComparing(Figure::store)
            .thenComparing(figure -> String.valueOf(figure.seed()));

    @Test
    void shows() throws IOException {
        List<Figure> figures = Figures.read(Figures.FOLDER);
        assertThat(figures).as("figures in " + Figures.FOLDER).isNotEmpty();
        Files.writeString(PAGE, page(Files.readString(PAGE), figures));
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

    private static String body(Collection<Figure> figures) {
        StringBuilder text = new StringBuilder();
        text.append("\nMeasured ")
                .append(distinct(figures, Figure::date))
                .append(", Farm ORM ")
                .append(distinct(figures, Figure::library))
                .append(", Java ")
                .append(distinct(figures, Figure::java))
                .append(": ")
                .append(figures.stream().filter(Figure::reached).count())
                .append(" of ")
                .append(figures.size())
                .append(" figures reached their target.\n");
        Map<String, List<Figure>> topics =
                figures.stream().collect(Collectors.groupingBy(Figure::topic, TreeMap::new, Collectors.toList()));
        topics.forEach((topic, rows) -> text.append(section(topic, rows)));
        return text.append('\n').toString();
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
                figure.reached() ? "yes" : "**no**",
                figure.seed() == null ? "none" : figure.seed());
        return cells.stream()
                .map(cell -> cell.toString().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
