package dev.farminglabs.guide;

import static dev.farminglabs.guide.Library.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs what the guide shows outside an application. */
class WithoutSpringTest {

    @Test
    void aStoreIsConnected() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:without-spring;DB_CLOSE_DELAY=-1");

        assertThat(WithoutSpring.missing(database)).isNotEmpty();
        assertThat(WithoutSpring.connect(database).model(AUTHOR).count()).isZero();
    }

    /** In a process of its own, for the files are below the working directory. */
    @Test
    void filesAreGenerated(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GeneratedFiles.class.getName())
                .directory(folder.toFile())
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("generated/prisma/schema.prisma")).exists();
        assertThat(folder.resolve("src/main/resources/db/migration/V1__colour_of_things.sql"))
                .exists();
    }
}
