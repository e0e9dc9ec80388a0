package dev.farminglabs.orm.render;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file to be kept up to date.
 *
 * @param file the file
 * @param text its content, made from what is there
 */
record Target(Path file, Content text) {

    /** Makes the content of a file. */
    @FunctionalInterface
    interface Content {

        /** The content, given the one that is there or null. Line ends are those of Unix. */
        String of(@Nullable String there);
    }

    /** The content it should have, or null when it has it. Line ends alone make no difference, and stay what they are. */
    @Nullable
    String change() {
        String there = read(file);
        String plain = there == null ? null : there.replace("\r\n", "\n");
        String wanted = text.of(plain);
        if (wanted.equals(plain)) {
            return null;
        }
        return there == null || there.equals(plain) ? wanted : wanted.replace("\n", "\r\n");
    }

    /** The content of a file, or null when there is none. */
    static @Nullable String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw failure("read", file, e);
        }
    }

    /** Writes a file as a whole or not at all; makes its directory. */
    static void write(Path file, String content) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Path whole = Files.createTempFile(directory, ".farm-orm", ".tmp");
            try {
                Files.writeString(whole, content);
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw failure("write", file, e);
        }
    }

    static RuntimeException failure(String what, Path file, IOException cause) {
        return OrmFailure.of(OrmErrorCode.UNKNOWN, "Cannot " + what + " " + file)
                .exception(cause);
    }
}
