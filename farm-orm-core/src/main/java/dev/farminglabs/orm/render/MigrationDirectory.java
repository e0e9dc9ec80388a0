package dev.farminglabs.orm.render;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory of Flyway's versioned migrations, numbered from 1 without gaps or by time: one of the two, never both.
 *
 * @param path     the directory
 * @param versions the versions in it, in order
 */
record MigrationDirectory(Path path, List<Long> versions) {

    private static final Pattern NAME = Pattern.compile("V(\\d{1,18})__.+\\.sql");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final long FIRST_TIME = 10_000_000_000_000L;

    /** Reads the names of the files, also further down; refuses names that Flyway passes over, gaps, and two conventions. */
    static MigrationDirectory read(Path path) {
        List<Long> versions = new ArrayList<>();
        for (String name : names(path)) {
            Matcher version = NAME.matcher(name);
            if (version.matches()) {
                versions.add(Long.valueOf(version.group(1)));
            } else if (name.toLowerCase(Locale.ROOT).matches("v\\d.*\\.sql")) {
                throw refused(path, name + " is not called V<number>__<description>.sql");
            }
        }
        versions.sort(null);
        MigrationDirectory directory = new MigrationDirectory(path, List.copyOf(versions));
        directory.check();
        return directory;
    }

    private static List<String> names(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw Target.failure("read", path, e);
        }
    }

    private void check() {
        long times = versions.stream().filter(version -> version >= FIRST_TIME).count();
        if (times > 0 && times < versions.size()) {
            throw refused(path, "some migrations have numbers and others times: rename them to be of one kind");
        }
        for (int at = 0; at < versions.size(); at++) {
            long version = versions.get(at);
            if (at > 0 && version == versions.get(at - 1)) {
                throw refused(path, "version " + version + " is there twice");
            }
            if (times == 0 && version != at + 1) {
                throw refused(path, "version " + (at + 1) + " is missing: numbers go from 1 without gaps");
            }
        }
    }

    private static RuntimeException refused(Path path, String problem) {
        return OrmFailure.of(OrmErrorCode.INVALID_QUERY, "The migrations in " + path + " cannot go on: " + problem)
                .exception();
    }

    /** Whether that version is there; 0 is what was there before the first. */
    boolean has(long version) {
        return version == 0 || versions.contains(version);
    }

    /** The last version, or 0. */
    long last() {
        return versions.isEmpty() ? 0 : versions.get(versions.size() - 1);
    }

    /** The next version, in the convention of those that are there; numbers in an empty directory. */
    long next(Clock clock) {
        return last() < FIRST_TIME
                ? last() + 1
                : Math.max(
                        last() + 1, Long.parseLong(TIME.format(clock.instant().atOffset(ZoneOffset.UTC))));
    }

    /** The name of the file with that version; refuses a description that leaves nothing of itself. */
    static String name(long version, String description) {
        String words = description
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (words.isEmpty()) {
            throw OrmFailure.of(OrmErrorCode.INVALID_QUERY, "A migration needs a description of letters or digits")
                    .exception();
        }
        return "V" + version + "__" + words + ".sql";
    }
}
