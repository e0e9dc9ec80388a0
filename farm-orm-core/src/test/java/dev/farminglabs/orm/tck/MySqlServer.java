package dev.farminglabs.orm.tck;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.mysql.MySQLContainer;

/** The MySQL server of this JVM, if there is one: at an address from the environment, or from a container engine. */
final class MySqlServer {

    static final String VARIABLE = "FARM_ORM_TEST_MYSQL";
    static final String IMAGE = "mysql:8.4";

    /** What the report of a run says when there is none. */
    static final String HOLE = "MySQL 8 not run: " + VARIABLE + " is not set and no container engine answers";

    private static final Optional<JdbcServer> SERVER = find();

    static Optional<JdbcServer> get() {
        return SERVER;
    }

    private static Optional<JdbcServer> find() {
        @Nullable String url = System.getenv(VARIABLE);
        if (url != null && !url.isBlank()) {
            return Optional.of(JdbcServer.at(url, VARIABLE));
        }
        return ContainerEngine.answers() ? Optional.of(container()) : Optional.empty();
    }

    private static JdbcServer container() {
        MySQLContainer container = ContainerEngine.start(new MySQLContainer(IMAGE).withUsername("root"));
        String url = "jdbc:mysql://" + container.getHost() + ":" + container.getFirstMappedPort()
                + "/?user=root&password=" + container.getPassword() + "&allowPublicKeyRetrieval=true";
        return JdbcServer.at(url, "container " + IMAGE);
    }

    private MySqlServer() {}
}
