package dev.farminglabs.orm.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.reliability.Figure.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page shows what was recorded, whatever order it was recorded in. */
class ReliabilityPageTest {

    private static final String EMPTY =
            "# Reliability\n<!-- figures: made by mvn verify -Preliability -->\na row of before\n<!-- end of figures -->\nafter\n";

    private static Figure figure(String topic, String claim, String store, Outcome outcome, Long seed) {
        return new Figure(
                topic, claim, "9", "10", outcome, store, Figure.Kind.REAL, seed, "1.0", "17.0.1", "2026-11-21", "now");
    }

    private final List<Figure> figures = List.of(
            figure("Races", "one key", "Redis 7", Outcome.REACHED, null),
            figure("Faults", "cut", "PostgreSQL 18", Outcome.MISSED, null),
            figure("Races", "one key", "H2 2", Outcome.CUT_SHORT, 42L));

    @Test
    void aFigureThatWasNotReachedIsShownAsItIs() {
        assertThat(ReliabilityPage.page(EMPTY, figures))
                .contains("1 of ", " figures reached their target, 1 were ended by the clock, ")
                .contains("| cut | PostgreSQL 18 | real | 9 | 10 | **no** | none |")
                .contains("| one key | H2 2 | real | 9 | 10 | no, ended by the clock | 42 |")
                .startsWith("# Reliability\n")
                .endsWith("<!-- end of figures -->\nafter\n")
                .doesNotContain("a row of before");
    }

    @Test
    void aClaimThatNobodyMeasuredIsShownToo() {
        String claim = Claim.KILLED.toString();
        Figure measured = figure(Claim.KILLED.topic(), claim, "MariaDB 11.4.5", Outcome.REACHED, null);
        assertThat(ReliabilityPage.page(EMPTY, List.of(measured)))
                .contains("| " + claim + " | PostgreSQL | none | not measured | a figure | **no** | none |")
                .contains("| " + claim + " | MariaDB 11.4.5 | real |")
                .doesNotContain("| " + claim + " | MariaDB | none |")
                .contains("nothing was measured on them: MySQL and a MongoDB server.");
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
        Figure written = figure("Races", "a \"claim\"", "H2", Outcome.REACHED, 42L);
        assertThat(Figures.JSON.readValue(Figures.JSON.writeValueAsString(written), Figure.class))
                .isEqualTo(written);
    }
}
