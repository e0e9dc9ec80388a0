package dev.farminglabs.orm.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page shows what was recorded, whatever order it was recorded in. */
class ReliabilityPageTest {

    private static final String EMPTY =
            "# Reliability\n<!-- figures: made by mvn verify -Preliability -->\nold\n<!-- end of figures -->\nafter\n";

    private static Figure figure(String topic, String claim, String store, boolean reached, Long seed) {
        return new Figure(
                topic, claim, "9", "10", reached, store, Figure.Kind.REAL, seed, "1.0", "17.0.1", "2026-11-21");
    }

    private final List<Figure> figures = List.of(
            figure("Races", "one key", "Redis 7", true, null),
            figure("Faults", "cut", "PostgreSQL 18", false, null),
            figure("Races", "one key", "H2 2", true, 42L));

    @Test
    void aFigureThatWasNotReachedIsShownAsItIs() {
        assertThat(ReliabilityPage.page(EMPTY, figures))
                .contains("2 of 3 figures reached their target")
                .contains("| cut | PostgreSQL 18 | real | 9 | 10 | **no** | none |")
                .contains("| one key | H2 2 | real | 9 | 10 | yes | 42 |")
                .startsWith("# Reliability\n")
                .endsWith("<!-- end of figures -->\nafter\n")
                .doesNotContain("old");
    }

    @Test
    void theOrderIsAlwaysTheSame() {
        List<Figure> reversed = new ArrayList<>(figures);
        Collections.reverse(reversed);
        String page = ReliabilityPage.page(EMPTY, figures);
        assertThat(ReliabilityPage.page(EMPTY, reversed)).isEqualTo(page);
        assertThat(ReliabilityPage.page(page, figures)).isEqualTo(page);
        assertThat(page.indexOf("## Faults")).isLessThan(page.indexOf("## Races"));
    }

    @Test
    void aPageWithoutMarkersIsLeftAlone() {
        assertThatThrownBy(() -> ReliabilityPage.page("# Reliability\n", figures))
                .hasMessageContaining("markers");
    }

    @Test
    void aFigureIsReadAsItWasWritten() {
        Figure written = figure("Races", "a \"claim\"", "H2", true, 42L);
        assertThat(Figures.JSON.readValue(Figures.JSON.writeValueAsString(written), Figure.class))
                .isEqualTo(written);
    }
}
