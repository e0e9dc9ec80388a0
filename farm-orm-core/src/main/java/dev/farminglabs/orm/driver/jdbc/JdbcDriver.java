package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.ddl.DdlDialect;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A SQL database behind a data source: H2, PostgreSQL or SQLite. SQLite keeps references only on connections that say {@code
 * foreign_keys=on}, so its URL must, as in {@code jdbc:sqlite:app.db?foreign_keys=on}; it is refused otherwise. Which one it is, is found out by the first call that needs to
 * know. Calls join the Spring transaction that is bound to the very same data source object, and {@link
 * DriverSession#transaction} joins or begins one. Thread-safe.
 */
public final class JdbcDriver implements Driver {

    private final Connections connections;
    private final JdbcTransactions transactions;
    private final ReentrantLock finding = new ReentrantLock();
    private volatile @Nullable Dialect dialect;
    private volatile @Nullable Capabilities capabilities;

    /** A driver whose transactions are plain JDBC ones; they join those of Spring's JDBC transaction managers. */
    public JdbcDriver(DataSource dataSource) {
        this(dataSource, new JdbcTransactionManager(dataSource));
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
