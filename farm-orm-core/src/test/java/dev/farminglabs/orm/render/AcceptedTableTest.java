package dev.farminglabs.orm.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.render.AcceptedTable.Cell;
import dev.farminglabs.orm.render.AcceptedTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import liquibase.Liquibase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table in the guide has a line for every artifact and reader, and names the versions that read them here. */
class AcceptedTableTest {

    @TempDir
    Path directory;

    @Test
    void everyArtifactAndReaderHasALine() {
        assertThat(AcceptedTable.rows())
                .extracting(row -> row.artifact() + " by " + row.reader().split(" [0-9]|,")[0])
                .containsExactly(
                        "sql by the database itself",
                        "sql by Flyway",
                        "liquibase by Liquibase",
                        "migration by Flyway",
                        "prisma by Prisma",
                        "drizzle by TypeScript");
        assertThat(AcceptedTable.reader("mongo")).isPresent();
        assertThat(AcceptedTable.reader("mermaid")).isPresent();
    }

    /** What is not said to be refused can be written, and nothing else. */
    @Test
    void whatIsRefusedIsRefused() {
        for (Row row : AcceptedTable.rows()) {
            row.cells().forEach((dialect, cell) -> {
                Path file = directory.resolve(row.artifact() + "-" + dialect);
                if (row.artifact().equals("migration")) {
                    assertThat(cell).isNotEqualTo(Cell.REFUSED);
                } else if (cell == Cell.REFUSED) {
                    OrmErrorCode code =
                            row.artifact().equals("drizzle") ? OrmErrorCode.UNSUPPORTED : OrmErrorCode.INVALID_QUERY;
                    ArtifactsTest.assertRefused(
                            () -> Artifacts.of(new Shop()).target(row.artifact(), dialect.store(), file), code, "h2");
                } else {
                    assertThat(Artifacts.of(new Shop())
                                    .target(row.artifact(), dialect.store(), file)
                                    .outdated())
                            .containsExactly(file);
                }
            });
        }
    }

    @Test
    void theVersionsAreThoseOfTheBuild() throws IOException {
        JsonNode tools = JsonMapper.shared()
                .readTree(Files.readString(Path.of("src", "test", "node", "package.json")))
                .path("dependencies");
        assertThat(AcceptedTable.row("prisma", "Prisma").reader())
                .startsWith("Prisma " + minor(tools, "@prisma/prisma-schema-wasm") + ",");
        assertThat(AcceptedTable.row("drizzle", "TypeScript").reader())
                .isEqualTo("TypeScript " + minor(tools, "typescript") + ", strict, with drizzle-orm "
                        + minor(tools, "drizzle-orm"));
        assertThat(AcceptedTable.reader("mermaid"))
                .hasValueSatisfying(reader -> assertThat(reader).startsWith("Mermaid " + minor(tools, "mermaid")));
        assertThat(AcceptedTable.row("sql", "Flyway").reader()).isEqualTo("Flyway " + major(Flyway.class));
        assertThat(AcceptedTable.row("migration", "Flyway").reader()).isEqualTo("Flyway " + major(Flyway.class));
        assertThat(AcceptedTable.row("liquibase", "Liquibase").reader())
                .isEqualTo("Liquibase " + major(Liquibase.class));
    }

    /** Of the jar it is from. */
    private static String major(Class<?> type) {
        String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return jar.replaceAll(".*-core-(\\d+)\\..*", "$1");
    }

    private static String minor(JsonNode tools, String name) {
        return tools.path(name).asString().replaceAll("^(\\d+\\.\\d+)\\..*", "$1");
    }
}
