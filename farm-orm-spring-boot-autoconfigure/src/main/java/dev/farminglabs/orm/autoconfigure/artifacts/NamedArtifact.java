package dev.farminglabs.orm.autoconfigure.artifacts;

import dev.farminglabs.orm.autoconfigure.StartupRefusedException;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.render.Artifacts;
import dev.farminglabs.orm.render.SqlDialect;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * An artifact that the settings name. What is wrong with it is a {@link StartupRefusedException} that names the settings.
 *
 * @param name        its name in the settings
 * @param path        the file, or the directory of migrations
 * @param artifacts   what is written; the file is named where it is one
 * @param migrations  the database of the migrations; null for a file
 * @param description what a new migration is called
 */
record NamedArtifact(
        String name,
        Path path,
        Artifacts artifacts,
        @Nullable SqlDialect migrations,
        String description) {

    /** The file or directory when it is not what it should be. Changes nothing. */
    List<Path> stale() {
        return explained(name, () -> {
            if (migrations == null) {
                return artifacts.outdated();
            }
            return artifacts.migrated(migrations, path) ? List.of() : List.of(path);
        });
    }

    /** Writes it, and says what was written. */
    List<Path> write() {
        return explained(
                name,
                () -> migrations == null
                        ? artifacts.write()
                        : artifacts.migration(migrations, path, description).stream()
                                .toList());
    }

    /** Does work on an artifact; a refusal of it names the settings. */
    static <T> T explained(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException failure) {
            if (OrmError.in(failure).isEmpty()) {
                throw failure;
            }
            throw new StartupRefusedException(
                    "The artifact '" + name + "' cannot be made. " + failure.getMessage(),
                    StartupRefusedException.write(
                            "Repair what the message names, or these settings:",
                            List.of(
                                    line(name, "tool", "<tool>"),
                                    line(name, "dialect", "<dialect>"),
                                    line(name, "path", "<path>"))),
                    failure);
        }
    }

    /** Something in the settings that cannot be meant, and the line to write. */
    static StartupRefusedException refused(String name, String problem, String setting, String value) {
        return new StartupRefusedException(
                "The artifact '" + name + "' cannot be made: " + problem,
                StartupRefusedException.write("Write:", List.of(line(name, setting, value))));
    }

    private static String line(String name, String setting, String value) {
        return FarmOrmArtifactsProperties.TARGETS + name + "." + setting + ": " + value;
    }
}
