package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.driver.Stores;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JdbcDriverTest {

    /** A data source whose connections say they lead to that product; null: there are none. */
    private record Fake(@Nullable String product) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            if (product == null) {
                throw new SQLTransientConnectionException("pool: secret");
            }
            DatabaseMetaData metaData = proxy(DatabaseMetaData.class, product);
            return proxy(Connection.class, metaData);
        }

        private static <T> T proxy(Class<T> type, Object answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (p, method, args) -> method.getReturnType().isInstance(answer)
                            ? answer
                            : method.getName().equals("getAutoCommit") ? true : null));
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public java.util.logging.Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }

    @Test
    void makingADriverConnectsToNothing() {
        JdbcDriver driver = new JdbcDriver(new Fake(null));
        driver.session(Shop.SCHEMA);
        OrmError error = (OrmError) catchThrowable(driver::store);
        assertThat(error.code()).isEqualTo(OrmErrorCode.CONNECTION_FAILED);
        assertThat(error.retry()).isEqualTo(Retry.SAFE);
        assertThat((Throwable) error).hasMessageNotContaining("secret");
    }

    @Test
    void anUnknownDatabaseIsRefusedByName() {
        Throwable thrown = catchThrowable(new JdbcDriver(new Fake("Derby"))::capabilities);
        assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.UNSUPPORTED);
        assertThat(thrown)
                .hasMessageStartingWith(
                        "There is no dialect for the database Derby. Supported are CockroachDB, H2 from 2.3,");
    }

    @Test
    void dataSourcesAreRecognised() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:recognised");
        assertThat(Stores.inspect(dataSource).kind()).isEqualTo("jdbc");
        assertThat(Stores.open(dataSource)).isInstanceOf(JdbcDriver.class);
        assertThat(Stores.open(dataSource).capabilities().store()).isEqualTo("h2");
    }

    @Test
    void theLogHasTextAndNoValue() {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.farminglabs.orm.sql");
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.DEBUG);
        try (var place = Database.H2.open()) {
            var session = new JdbcDriver(Database.H2.dataSource(place)).session(Shop.SCHEMA);
            Operation op = JdbcChecks.on("tag");
            session.write(
                    new dev.farminglabs.orm.operation.Write.Create(
                            JdbcChecks.model("tag"),
                            op.settings("id", "secret", "label", "secret"),
                            false,
                            java.util.List.of()),
                    op.arguments());
        } finally {
            logger.setLevel(before);
            logger.detachAppender(appender);
        }
        assertThat(appender.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("insert into \"tags\" (\"id\", \"label\") values (?, ?)");
    }
}
