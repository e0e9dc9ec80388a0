package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.StoreInspector;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import javax.sql.DataSource;

/** Recognises data sources. Loads without Spring JDBC; only opening needs it. */
public final class JdbcStoreInspector implements StoreInspector {

    /** Called by the service loader. */
    public JdbcStoreInspector() {}

    @Override
    public String kind() {
        return "jdbc";
    }

    @Override
    public String accepts() {
        return "a javax.sql.DataSource";
    }

    @Override
    public boolean recognizes(Object store) {
        return store instanceof DataSource;
    }

    @Override
    public Driver open(Object store) {
        try {
            return new JdbcDriver((DataSource) store);
        } catch (NoClassDefFoundError e) {
            throw OrmFailure.of(
                            OrmErrorCode.UNSUPPORTED,
                            "A javax.sql.DataSource needs spring-jdbc on the class path: add it to the dependencies")
                    .exception(e);
        }
    }
}
