package dev.farminglabs.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.benchmarks.sql.SqlSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    private static Measured measured(String subject, int round, double micros) {
        Measured.Place place = new Measured.Place(1, "postgresql", "create", subject);
        return new Measured(place, round, micros, micros / 4, 1234);
    }

    @Test
    void comparesTimesOfTheSameRound() {
        List<Measured> twoRounds = List.of(
                measured("jdbc", 1, 100),
                measured("farm-orm", 1, 110),
                measured("jdbc", 2, 200),
                measured("farm-orm", 2, 220));
        assertThat(new Table(new SqlSuite(), twoRounds).all())
                .contains("### create on postgresql")
                .contains("| jdbc | 150.0 | 33% | 1.00 | 37.5 | 1.00 | 1,234 |")
                .contains("| farm-orm | 165.0 | 33% | 1.10 | 41.3 | 1.10 | 1,234 |")
                .contains("Goal for farm-orm: at most 1.05. Reached: 1.10.")
                .doesNotContain("findUnique");
    }

    @Test
    void thePageKeepsWhatIsAroundTheTables(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("page.md");
        Files.writeString(file, "before\n<!-- sql: generated -->\nold\n<!-- sql: end -->\nafter\n");
        new Page(file).replace("sql", "new\n");
        assertThat(file).hasContent("before\n<!-- sql: generated -->\nnew\n<!-- sql: end -->\nafter\n");
    }
}
