package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.driver.SentStatements;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Runs the statements of a setup on the connection that Spring has bound, or on one of its own. Every failure is
 * translated. Thread-safe.
 */
final class SetupStatements {

    /** The same as for the statements of calls. These hold no values of records. */
    private static final Logger LOG = LoggerFactory.getLogger("dev.farminglabs.orm.sql");

    private final DataSource dataSource;
    private final BiFunction<String, SQLException, DataAccessException> failures;
    private final PlatformTransactionManager transactions;
    private final DefaultTransactionDefinition definition = new DefaultTransactionDefinition();

    SetupStatements(DataSource dataSource, BiFunction<String, SQLException, DataAccessException> failures) {
        this.dataSource = dataSource;
        this.failures = failures;
        this.transactions = new DataSourceTransactionManager(dataSource);
        // Whoever waited for the lock has to see what was made meanwhile.
        this.definition.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** The rows of a query with named parameters. */
    <T> List<T> query(String what, String sql, SqlParameterSource parameters, RowMapper<T> mapper) {
        return translated(what, () -> new NamedParameterJdbcTemplate(template(what)).query(sql, parameters, mapper));
    }

    /** Runs a text without parameters, exactly as it is. */
    void execute(String what, String sql) {
        LOG.debug("{}", sql);
        SentStatements.tell(sql);
        StatementCallback<Boolean> run = statement -> {
            statement.setEscapeProcessing(false);
            return statement.execute(sql);
        };
        translated(what, () -> template(what).execute(run));
    }

    /** Whether a query without parameters answers with 1. */
    boolean isOne(String what, String sql) {
        List<Integer> answer =
                translated(what, () -> template(what).query(sql, (row, number) -> (Integer) row.getInt(1)));
        return answer.size() == 1 && answer.get(0) == 1;
    }

    /** Where the database is, without the settings of the connection. */
    String address() {
        String what = "reading the address of the database";
        String url = translated(
                what,
                () -> template(what)
                        .execute((Connection connection) ->
                                connection.getMetaData().getURL()));
        int settings = url == null ? -1 : url.indexOf(';');
        return settings < 0 ? String.valueOf(url) : url.substring(0, settings);
    }

    /** Runs the work in one transaction, on one connection; joins one that is under way. */
    <T> T transaction(String what, Supplier<T> work) {
        TransactionStatus status = translated(what, () -> transactions.getTransaction(definition));
        T result;
        try {
            result = work.get();
        } catch (Throwable e) {
            rollBack(status, e);
            throw e;
        }
        translated(what, () -> {
            transactions.commit(status);
            return status;
        });
        return result;
    }

    /** What a connection that broke says must not hide why the work failed. */
    private void rollBack(TransactionStatus status, Throwable reason) {
        try {
            transactions.rollback(status);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private JdbcTemplate template(String what) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setExceptionTranslator((task, sql, failure) -> failures.apply(what, failure));
        return template;
    }

    /** Spring wraps what fails before or after a statement by itself. */
    private <T extends @Nullable Object> T translated(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (CannotGetJdbcConnectionException | TransactionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failures.apply(what, failure);
            }
            throw OrmFailure.of(OrmErrorCode.UNKNOWN, "Failed: " + what).exception(e);
        }
    }
}
