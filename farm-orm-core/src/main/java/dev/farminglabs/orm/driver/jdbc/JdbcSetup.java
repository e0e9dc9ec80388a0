package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.sql.ddl.DdlDialect;
import dev.farminglabs.orm.sql.ddl.NameLimits;
import dev.farminglabs.orm.sql.ddl.SchemaSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/**
 * Makes an SQL database ready for a schema. Needs one connection at a time, so a pool of one is enough. Thread-safe.
 */
final class JdbcSetup implements SetupOperations {

    /** By the address of the database, for those that have no lock of their own. */
    private static final ConcurrentMap<String, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final SchemaDefinition schema;
    private final Supplier<DdlDialect> dialect;
    private final SetupStatements statements;

    /** As the other constructor, where every failure is of an unknown kind. Opens no connection. */
    JdbcSetup(DataSource dataSource, SchemaDefinition schema, Supplier<DdlDialect> dialect) {
        this(
                dataSource,
                schema,
                dialect,
                (what, failure) ->
                        OrmFailure.of(OrmErrorCode.UNKNOWN, "Failed: " + what).exception(failure));
    }

    /**
     * Opens no connection.
     *
     * @param dialect  the database, found on first use
     * @param failures the exception for what was being done and what the database said
     */
    JdbcSetup(
            DataSource dataSource,
            SchemaDefinition schema,
            Supplier<DdlDialect> dialect,
            BiFunction<String, SQLException, DataAccessException> failures) {
        this.schema = schema;
        this.dialect = dialect;
        this.statements = new SetupStatements(dataSource, failures);
    }

    @Override
    public List<SetupStep> missing() {
        SchemaSql sql = sql();
        List<MissingPart> parts = MissingParts.of(sql, catalog(sql));
        List<String> obstacles = parts.stream()
                .map(MissingPart::obstacle)
                .filter(Objects::nonNull)
                .toList();
        if (!obstacles.isEmpty()) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_SCHEMA,
                            "Schema " + schema.name()
                                    + " wants what cannot be added before a person has changed a column:" + "\n  - "
                                    + String.join("\n  - ", obstacles))
                    .at(sql.dialect().store())
                    .exception();
        }
        return parts.stream().map(MissingPart::step).filter(Objects::nonNull).toList();
    }

    @Override
    public List<Difference> differences() {
        SchemaSql sql = sql();
        DatabaseCatalog catalog = catalog(sql);
        List<Difference> found = new ArrayList<>();
        for (MissingPart part : MissingParts.of(sql, catalog)) {
            if (part.difference() != null) {
                found.add(part.difference());
            }
        }
        found.addAll(Mismatches.of(sql, catalog));
        return List.copyOf(found);
    }

    /** In one transaction where the database can; H2 commits each step, and a transaction of the caller with the first. */
    @Override
    public void apply(List<SetupStep> steps) {
        if (dialect.get().transactional()) {
            statements.transaction("adding what is missing", () -> add(steps));
        } else {
            add(steps);
        }
    }

    private int add(List<SetupStep> steps) {
        steps.forEach(step -> statements.execute("adding " + step.what(), step.statement()));
        return steps.size();
    }

    /**
     * Locks the database and does the work on the connection that holds the lock. A database without locks (H2) is locked
     * within this process; another process is tolerated, as every statement says {@code if not exists}.
     */
    @Override
    public <T> T exclusively(Supplier<T> work) {
        DdlDialect.SetupLock lock = dialect.get().lock();
        return lock == null ? alone(work) : statements.transaction("setting up the database", () -> locked(lock, work));
    }

    private <T> T locked(DdlDialect.SetupLock lock, Supplier<T> work) {
        String locking = "locking the database for a setup";
        if (!lock.answers()) {
            statements.execute(locking, lock.acquire());
        } else if (!statements.isOne(locking, lock.acquire())) {
            throw OrmFailure.of(OrmErrorCode.LOCK_TIMEOUT, "Another setup kept the database locked for too long")
                    .at(dialect.get().store())
                    .advising(Retry.SAFE)
                    .exception();
        }
        T result;
        try {
            result = work.get();
        } catch (Throwable e) {
            try {
                unlock(lock);
            } catch (DataAccessException lost) {
                e.addSuppressed(lost); // a connection that broke must not hide why the work failed
            }
            throw e;
        }
        unlock(lock);
        return result;
    }

    private void unlock(DdlDialect.SetupLock lock) {
        if (lock.release() != null) {
            statements.execute("unlocking the database after a setup", lock.release());
        }
    }

    private <T> T alone(Supplier<T> work) {
        ReentrantLock lock = LOCKS.computeIfAbsent(statements.address(), address -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private SchemaSql sql() {
        NameLimits.check(schema, dialect.get());
        return new SchemaSql(schema, dialect.get());
    }

    private DatabaseCatalog catalog(SchemaSql sql) {
        return CatalogReader.read(statements, sql.dialect().catalog(), schema);
    }
}
