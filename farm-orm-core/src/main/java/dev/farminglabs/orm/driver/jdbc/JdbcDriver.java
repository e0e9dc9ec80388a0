package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.jdbc.address.JdbcAddresses;
import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.ddl.DdlDialect;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * An SQL database behind a data source: PostgreSQL, MariaDB, MySQL, SQLite or H2; CockroachDB and YugabyteDB are recognised. SQLite
 * keeps references only on connections that say {@code foreign_keys=on}, so its URL must, as in {@code
 * jdbc:sqlite:app.db?foreign_keys=on}; it is refused otherwise. So are MariaDB and MySQL whose {@code sql_mode} cuts values in
 * silence. Which database it is, is found out by the first call that needs to know. Calls join the Spring transaction that is
 * bound to the very same data source object, and {@link DriverSession#transaction} joins or begins one; a call
 * outside a transaction takes effect by itself, whatever the data source's connections do unless told. Thread-safe.
 */
public final class JdbcDriver implements Driver {

    /** How long a ping waits for the answer of a connection it has. */
    private static final int PATIENCE_SECONDS = 5;

    private final Connections connections;
    private final JdbcTransactions transactions;
    private final ReentrantLock finding = new ReentrantLock();
    private volatile @Nullable Dialect dialect;
    private volatile @Nullable Capabilities capabilities;

    /**
     * A driver whose transactions are plain JDBC ones; they join those of Spring's JDBC transaction managers. The manager is not
     * a {@code JdbcTransactionManager}: that one rolls back after a commit that failed, and hides why it did.
     */
    public JdbcDriver(DataSource dataSource) {
        this(dataSource, new DataSourceTransactionManager(dataSource));
    }

    /**
     * A driver whose transactions are those of a manager the application has, such as JPA's.
     *
     * @param dataSource         where connections come from
     * @param transactionManager begins and ends transactions on connections of that data source
     */
    public JdbcDriver(DataSource dataSource, PlatformTransactionManager transactionManager) {
        this.connections = new Connections(Objects.requireNonNull(dataSource, "dataSource"));
        this.transactions =
                new JdbcTransactions(Objects.requireNonNull(transactionManager, "transactionManager"), dataSource);
    }

    @Override
    public String store() {
        return dialect().store();
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} when the database
     *     is none this driver knows
     */
    @Override
    public Capabilities capabilities() {
        Capabilities known = capabilities;
        if (known == null) {
            known = JdbcCapabilities.of(dialect());
            capabilities = known; // equal ones, so a race only repeats the work
        }
        return known;
    }

    /** From the URL that the data source is set to; empty for a kind of data source that does not tell. */
    @Override
    public List<String> addresses() {
        return JdbcAddresses.of(connections.dataSource());
    }

    @Override
    public void ping() {
        Dialect known = dialect;
        String store = known == null ? "" : known.store();
        try {
            if (!connections.with(store, (connection, inTransaction) -> connection.isValid(PATIENCE_SECONDS))) {
                throw JdbcErrors.unreachable(store, new SQLTimeoutException("No answer", "08S01"));
            }
        } catch (SQLException e) {
            throw JdbcErrors.unreachable(store, e);
        }
    }

    @Override
    public DriverSession session(SchemaDefinition schema) {
        return new JdbcSession(this, schema);
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        return new JdbcSetup(
                connections.dataSource(),
                schema,
                () -> {
                    JdbcCapabilities.checkNamespace(schema, capabilities());
                    return DdlDialect.of(store());
                },
                (doing, failure) -> JdbcErrors.of(dialect(), schema).translate(doing, failure));
    }

    Connections connections() {
        return connections;
    }

    JdbcTransactions transactions() {
        return transactions;
    }

    /** The database's dialect; connects the first time. */
    Dialect dialect() {
        Dialect known = dialect;
        if (known != null) {
            return known;
        }
        finding.lock();
        try {
            known = dialect;
            if (known == null) {
                known = connections.with("", (connection, inTransaction) -> Dialects.of(connection.getMetaData()));
                dialect = known;
            }
            return known;
        } catch (SQLException e) {
            throw JdbcErrors.unreachable("", e);
        } finally {
            finding.unlock();
        }
    }
}
