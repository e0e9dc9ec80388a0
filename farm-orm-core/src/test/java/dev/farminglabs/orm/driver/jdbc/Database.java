package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.tck.H2Fixture;
import dev.farminglabs.orm.tck.JdbcPlace;
import dev.farminglabs.orm.tck.MariaDbFixture;
import dev.farminglabs.orm.tck.PostgreSqlFixture;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The databases the driver is tested on. */
enum Database {
    H2,
    POSTGRESQL,
    /** PostgreSQL that says it is version 17. */
    POSTGRESQL_17,
    /** PostgreSQL that says it is CockroachDB: so the statements for it run somewhere, in the language it speaks. */
    COCKROACHDB,
    MARIADB;

    /** An empty place with the tables of {@link Shop}. */
    JdbcPlace open() {
        JdbcPlace place = switch (this) {
            case H2 -> new H2Fixture().open();
            case MARIADB -> new MariaDbFixture().open();
            default -> new PostgreSqlFixture().open();
        };
        for (String table : Shop.tables(this)) {
            place.execute(sql(table));
        }
        return place;
    }

    /** What the library calls it. */
    String store() {
        return this == POSTGRESQL_17 ? "postgresql" : name().toLowerCase(Locale.ROOT);
    }

    /** The statement with its names in the quotes of this database. */
    String sql(String standard) {
        return this == MARIADB ? standard.replace('"', '`') : standard;
    }

    DataSource dataSource(JdbcPlace place) {
        DataSource real = (DataSource) place.store();
        return this == POSTGRESQL_17 || this == COCKROACHDB ? other(DataSource.class, real) : real;
    }

    /** Passes everything on, except for what the database says of itself. */
    private <T> T other(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("getDatabaseMajorVersion")) {
                return 17;
            }
            if (this == COCKROACHDB && args != null && "select version()".equals(args[0])) {
                args[0] = "select 'CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27)'";
            }
            if (method.getName().equals("equals")) {
                return proxy == args[0];
            }
            try {
                return wrapped(method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        if (result instanceof DatabaseMetaData metaData) {
            return other(DatabaseMetaData.class, metaData);
        }
        return result instanceof Connection connection ? other(Connection.class, connection) : result;
    }
}
