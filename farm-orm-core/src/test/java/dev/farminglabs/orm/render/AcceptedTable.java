package dev.farminglabs.orm.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.tck.H2Fixture;
import dev.farminglabs.orm.tck.JdbcPlace;
import dev.farminglabs.orm.tck.MariaDbFixture;
import dev.farminglabs.orm.tck.MySqlFixture;
import dev.farminglabs.orm.tck.PostgreSqlFixture;
import dev.farminglabs.orm.tck.SqliteFixture;
import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.StoresRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table in the guide of what reads which artifact for which database. The tests do what its cells say. */
final class AcceptedTable {

    /** What a cell says. */
    enum Cell {
        /** The tool takes it. */
        ACCEPTED,
        /** Farm ORM does not write it. */
        REFUSED,
        /** It is written, and tried where there is such a server. */
        NOT_RUN
    }

    /**
     * A line of the table.
     *
     * @param artifact the name of the artifact
     * @param reader   what reads it
     * @param cells    what it says for each database
     */
    record Row(String artifact, String reader, Map<SqlDialect, Cell> cells) {

        /** The databases of which the line says that. */
        List<SqlDialect> of(Cell cell) {
            return cells.keySet().stream()
                    .filter(dialect -> cells.get(dialect) == cell)
                    .toList();
        }

        /** The databases the artifact can be tried on here. Those without a server are named in the list of stores. */
        Stream<SqlDialect> tried() {
            return cells.keySet().stream()
                    .filter(dialect -> cells.get(dialect) != Cell.REFUSED)
                    .filter(dialect -> {
                        boolean there = dialect != SqlDialect.MYSQL || MySqlFixture.there();
                        assertThat(cells.get(dialect))
                                .as("%s for %s by %s", artifact, dialect, reader)
                                .isEqualTo(dialect == SqlDialect.MYSQL ? Cell.NOT_RUN : Cell.ACCEPTED);
                        if (!there) {
                            StoresRun.hole(artifact + " for mysql not run by " + reader + ", without a server");
                        }
                        return there;
                    });
        }
    }

    /** All lines. */
    static List<Row> rows() {
        List<String> lines = lines();
        String head = lines.stream()
                .filter(line -> line.startsWith("| artifact | read by | "))
                .findFirst()
                .orElseThrow();
        List<SqlDialect> dialects = Arrays.stream(cells(head))
                .skip(2)
                .map(name -> SqlDialect.of(name))
                .toList();
        assertThat(dialects).containsExactlyInAnyOrder(SqlDialect.values());
        List<Row> rows = new ArrayList<>();
        for (int at = lines.indexOf(head) + 2; lines.get(at).startsWith("|"); at++) {
            String[] cells = cells(lines.get(at));
            Map<SqlDialect, Cell> said = new EnumMap<>(SqlDialect.class);
            for (int column = 2; column < cells.length; column++) {
                said.put(
                        dialects.get(column - 2),
                        Cell.valueOf(cells[column].toUpperCase(Locale.ROOT).replace(' ', '_')));
            }
            rows.add(new Row(cells[0].replace("`", ""), cells[1], said));
        }
        return rows;
    }

    /** The line of an artifact and a reader whose name begins so. */
    static Row row(String artifact, String reader) {
        return rows().stream()
                .filter(row -> row.artifact().equals(artifact) && row.reader().startsWith(reader))
                .findFirst()
                .orElseThrow();
    }

    /** Who reads an artifact that is the same for every database. */
    static Optional<String> reader(String artifact) {
        String start = "| `" + artifact + "` | ";
        return lines().stream()
                .filter(line -> line.startsWith(start) && cells(line).length == 2)
                .map(line -> cells(line)[1])
                .findFirst();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "artifacts.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                .map(String::trim)
                .toArray(String[]::new);
    }

    /** A new empty place in such a database. */
    static JdbcPlace open(SqlDialect dialect) {
        StoreFixture fixture = switch (dialect) {
            case H2 -> new H2Fixture();
            case POSTGRESQL -> new PostgreSqlFixture();
            case SQLITE -> new SqliteFixture();
            case MARIADB -> new MariaDbFixture();
            case MYSQL -> new MySqlFixture();
        };
        return (JdbcPlace) fixture.open();
    }

    private AcceptedTable() {}
}
