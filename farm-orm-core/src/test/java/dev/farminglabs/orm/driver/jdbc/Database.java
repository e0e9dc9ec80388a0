package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.tck.H2Fixture;
import dev.farminglabs.orm.tck.JdbcPlace;
import dev.farminglabs.orm.tck.PostgreSqlFixture;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The databases the driver is tested on. */
enum Database {
    H2,
    POSTGRESQL,
    /** PostgreSQL that says it is version 17. */
    POSTGRESQL_17;

    /** An empty place with the tables of {@link Shop}. */
    JdbcPlace open() {
        JdbcPlace place = this == H2 ? new H2Fixture().open() : new PostgreSqlFixture().open();
        for (String table : Shop.tables(this != H2)) {
            place.execute(table);
        }
        return place;
    }

    DataSource dataSource(JdbcPlace place) {
        DataSource real = (DataSource) place.store();
        return this == POSTGRESQL_17 ? older(DataSource.class, real) : real;
    }

    /** Passes everything on, except for the version. */
    private static <T> T older(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("getDatabaseMajorVersion")) {
                return 17;
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

    private static @Nullable Object wrapped(@Nullable Object result) {
        if (result instanceof DatabaseMetaData metaData) {
            return older(DatabaseMetaData.class, metaData);
        }
        return result instanceof Connection connection ? older(Connection.class, connection) : result;
    }
}
