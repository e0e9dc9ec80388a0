package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.driver.jdbc.JdbcErrors.Stage;
import dev.farminglabs.orm.driver.transaction.SpoiledTransaction;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.LostKey;
import dev.farminglabs.orm.sql.form.SqlCommand;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionTimedOutException;

/** Carries out operations for one schema. */
final class JdbcSession implements DriverSession {

    /** How often an upsert looks again after somebody else created its record. Twice is rare. */
    private static final int ATTEMPTS = 20;

    /** What is known once the database is. */
    private record Ready(Dialect dialect, Plans plans, JdbcErrors errors) {}

    private final JdbcDriver driver;
    private final SchemaDefinition schema;
    private final Connections connections;
    private final JdbcRunner runner;
    private volatile @Nullable Ready ready;

    JdbcSession(JdbcDriver driver, SchemaDefinition schema) {
        this.driver = driver;
        this.schema = schema;
        this.connections = driver.connections();
        this.runner = new JdbcRunner(connections.dataSource());
    }

    /** Two threads may both make it; either is as good. */
    private Ready ready() {
        Ready known = ready;
        if (known == null) {
            Dialect dialect = driver.dialect();
            JdbcCapabilities.checkNamespace(schema, JdbcCapabilities.of(dialect));
            known = new Ready(dialect, new Plans(dialect, schema), JdbcErrors.of(dialect, schema));
            ready = known;
        }
        return known;
    }

    @Override
    public Optional<String> naturalId(ModelDefinition model, @Nullable Object[] row) {
        return Optional.empty();
    }

    @Override
    public List<@Nullable Object[]> find(Find find, Arguments arguments) {
        Ready now = ready();
        return read(now, now.plans().of(find), find.model(), arguments);
    }

    @Override
    public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
        Ready now = ready();
        return read(now, now.plans().of(aggregate), aggregate.model(), arguments);
    }

    private List<@Nullable Object[]> read(Ready now, Plan plan, ModelDefinition model, Arguments arguments) {
        return connected(now, (connection, inTransaction) -> {
            try {
                return runner.read(connection, plan, arguments);
            } catch (SQLException e) {
                throw now.errors().translate(e, model, Stage.HARMLESS);
            }
        });
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        Ready now = ready();
        return connected(now, (connection, inTransaction) -> write(now, connection, inTransaction, write, arguments));
    }

    @Override
    public void batch(List<WriteCall> calls, Consumer<Written> done) {
        Ready now = ready();
        connected(now, (connection, inTransaction) -> {
            for (WriteCall call : calls) {
                done.accept(write(now, connection, inTransaction, call.write(), call.arguments()));
            }
            return calls;
        });
    }

    private Written write(Ready now, Connection connection, boolean inTransaction, Write write, Arguments arguments) {
        try {
            return !now.dialect().returnsUpdated() && LostKey.by(write, arguments)
                    ? byId(now, connection, (Write.Update) write, arguments)
                    : attempts(now, connection, write, arguments);
        } catch (SQLException e) {
            // What a transaction did is undone when its connection is lost before the commit.
            throw now.errors().writing(e, write, inTransaction ? Stage.HARMLESS : Stage.SENT);
        }
    }

    /** The look-up and the update are one transaction, so that nobody gets in between. */
    private Written byId(Ready now, Connection connection, Write.Update update, Arguments arguments)
            throws SQLException {
        if (!connection.getAutoCommit()) {
            return lockedById(now, connection, update, arguments);
        }
        for (int left = ATTEMPTS; ; left--) {
            try {
                return Objects.requireNonNull(
                        StatementUndo.onFailure(connection, () -> lockedById(now, connection, update, arguments)));
            } catch (SQLException e) {
                if (left == 0 || !now.errors().isDeadlock(e)) {
                    throw e;
                }
            }
        }
    }

    private Written lockedById(Ready now, Connection connection, Write.Update update, Arguments arguments)
            throws SQLException {
        List<@Nullable Object[]> found = runner.read(connection, now.plans().lookUp(update), arguments);
        if (found.isEmpty()) {
            return Written.NOTHING;
        }
        return attempts(
                now,
                connection,
                LostKey.ofId(update, new Slot(arguments.size())),
                arguments.and(Objects.requireNonNull(found.get(0)[0])));
    }

    private Written attempts(Ready now, Connection connection, Write write, Arguments arguments) throws SQLException {
        Plan plan = now.plans().of(write);
        for (int left = ATTEMPTS; ; left--) {
            try {
                return once(now, connection, plan, arguments);
            } catch (SQLException e) {
                if (left > 0 && now.errors().isDeadlock(e) && connection.getAutoCommit()) {
                    continue; // the call was a transaction of its own, and all of it was undone
                }
                SqlCommand.Duplicates meaning = plan.command().duplicates();
                if (meaning == SqlCommand.Duplicates.FAIL || !now.errors().isDuplicate(e)) {
                    throw e;
                }
                if (meaning == SqlCommand.Duplicates.SKIP) {
                    return Written.NOTHING;
                }
                if (left == 0 || !onOwnKey(now, e, write)) {
                    throw e;
                }
            }
        }
    }

    private Written once(Ready now, Connection connection, Plan plan, Arguments arguments) throws SQLException {
        Written written = marked(now, connection, plan, arguments);
        return written != null ? written : once(now, connection, Objects.requireNonNull(plan.next()), arguments);
    }

    /** Such a database looks at the references of the record it would insert before it sees that the key is taken. */
    private @Nullable Written marked(Ready now, Connection connection, Plan plan, Arguments arguments)
            throws SQLException {
        try {
            return tried(now, connection, plan, arguments);
        } catch (SQLException e) {
            if (plan.marks() && now.errors().isReference(e)) {
                return null;
            }
            throw e;
        }
    }

    private @Nullable Written tried(Ready now, Connection connection, Plan plan, Arguments arguments)
            throws SQLException {
        boolean query = plan.command().answer() == SqlCommand.Answer.RECORD_AND_CREATED
                && now.dialect().upsertsByQuery();
        boolean several = plan.readBack() != null || (plan.next() != null && !plan.marks());
        boolean steps = several && connection.getAutoCommit();
        return query || steps
                ? StatementUndo.onFailure(connection, () -> runner.write(connection, plan, arguments))
                : runner.write(connection, plan, arguments);
    }

    /** Whether somebody else created the record of the upsert's own key in the meantime. */
    private static boolean onOwnKey(Ready now, SQLException failure, Write write) {
        return write instanceof Write.Upsert upsert
                && Set.copyOf(now.errors().duplicateKey(failure, upsert.model()))
                        .equals(Set.copyOf(upsert.key().fieldNames()));
    }

    @Override
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return driver.transactions().run(work, ready().errors());
    }

    private <T extends @Nullable Object> T connected(Ready now, Connections.Work<T> work) {
        try {
            return connections.with(now.dialect().store(), (connection, inTransaction) -> {
                if (!inTransaction) {
                    return work.on(connection, false);
                }
                SpoiledTransaction.refuse(connections.dataSource());
                try {
                    return work.on(connection, true);
                } catch (SQLException | RuntimeException e) {
                    SpoiledTransaction.by(
                            e, connections.dataSource(), now.dialect().store());
                    throw e;
                }
            });
        } catch (SQLException e) {
            throw now.errors().translate(e, null, Stage.HARMLESS);
        } catch (TransactionTimedOutException e) {
            throw now.errors().translate(e, Stage.HARMLESS);
        }
    }
}
