package dev.farminglabs.orm.render;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes migrations into a directory, each with what has changed since the last.
 *
 * @param sources   the schemas as they are now
 * @param dialect   the database
 * @param directory the migrations, and the snapshot beside them
 */
record Migrations(Sources sources, SqlDialect dialect, Path directory) {

    /** Records the state without a migration, for tables that are there already. */
    void baseline() {
        long last = MigrationDirectory.read(directory).last();
        new Snapshot(dialect, last, parts()).write(directory);
    }

    /** Whether nothing has changed since the last migration. */
    boolean current() {
        return text(MigrationDirectory.read(directory), parts()) == null;
    }

    /** The next migration, or nothing when nothing has changed. */
    Optional<Path> next(String description, Clock clock) {
        MigrationDirectory migrations = MigrationDirectory.read(directory);
        long version = migrations.next(clock);
        Path file = directory.resolve(MigrationDirectory.name(version, description));
        List<Part> now = parts();
        String text = text(migrations, now);
        if (text == null) {
            return Optional.empty();
        }
        Target.write(
                file,
                "-- Schema " + Literals.oneLine(sources.names()) + ", made by Farm ORM. Read it before it runs.\n\n"
                        + text);
        recordOrUndo(file, new Snapshot(dialect, version, now));
        return Optional.of(file);
    }

    /** What has changed since the last migration; null when nothing has. */
    private @Nullable String text(MigrationDirectory migrations, List<Part> now) {
        Snapshot last = Snapshot.read(directory);
        check(migrations, last);
        return MigrationSteps.between(dialect, last == null ? List.of() : last.parts(), now);
    }

    private void check(MigrationDirectory migrations, @Nullable Snapshot last) {
        String problem = null;
        if (last == null && !migrations.versions().isEmpty()) {
            problem = "there are migrations in " + directory
                    + " and no snapshot of what they lead to: record it with baseline";
        } else if (last != null && last.dialect() != dialect) {
            problem = "the migrations in " + directory + " are for "
                    + last.dialect().store() + ", not for " + dialect.store()
                    + ": each database needs a directory of its own";
        } else if (last != null && !migrations.has(last.version())) {
            problem = "the snapshot in " + directory + " was taken after version " + last.version()
                    + ", which is not there: restore that migration, or record the state with baseline";
        }
        if (problem != null) {
            throw OrmFailure.of(OrmErrorCode.INVALID_QUERY, "Cannot tell what has changed: " + problem)
                    .exception();
        }
    }

    /** A migration without its snapshot would be written a second time. */
    private void recordOrUndo(Path file, Snapshot snapshot) {
        try {
            snapshot.write(directory);
        } catch (RuntimeException e) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private List<Part> parts() {
        return SchemaParts.all(sources, dialect.ddl());
    }
}
