package dev.farminglabs.orm.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite in this process; a place is a file of its own. */
public final class SqliteFixture implements StoreFixture {

    /** SQLite does not tell who holds a lock; the base empties each place from another thread, which a lock would not let. */
    private static final JdbcPlace.Words WORDS = new JdbcPlace.Words("select 1 where false", "pragma optimize");

    @Override
    public String name() {
        return "SQLite " + SQLiteJDBCLoader.getVersion();
    }

    @Override
    public @Nullable String server() {
        return null;
    }

    @Override
    public JdbcPlace open() {
        return new JdbcPlace(url(), null, null, WORDS);
    }

    /** The address of a new file, with what every connection has to be told: references are not enforced otherwise. */
    public static String url() {
        try {
            Path folder = Files.createTempDirectory("tck");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("tck.db");
            file.toFile().deleteOnExit();
            return "jdbc:sqlite:" + file + "?foreign_keys=on&journal_mode=WAL&synchronous=OFF&busy_timeout=20000";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
