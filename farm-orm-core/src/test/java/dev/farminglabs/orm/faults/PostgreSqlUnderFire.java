package dev.farminglabs.orm.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL server that may be killed. */
final class PostgreSqlUnderFire implements FaultServer {

    private final Path data;
    private EmbeddedPostgres server;

    PostgreSqlUnderFire() {
        try {
            this.data = Files.createTempDirectory("postgresql-under-fire");
            this.server = start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setRegisterShutdownHook(false)
                .setServerConfig("synchronous_commit", "on") // or else a killed server forgets what it has confirmed
                .start();
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL 18.3";
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void restart() {
        int port = port();
        stop();
        try {
            server = start(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
