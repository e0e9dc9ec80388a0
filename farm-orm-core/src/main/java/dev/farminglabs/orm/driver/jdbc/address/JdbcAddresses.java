package dev.farminglabs.orm.driver.jdbc.address;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Where the database of a data source is, from the settings of the data source. Opens no connection. */
public final class JdbcAddresses {

    /** What the makers of data sources call the URL. */
    private static final List<String> URL = List.of("jdbcUrl", "url", "URL");

    /** What they call the data source they stand before. */
    private static final List<String> TARGET = List.of("targetDataSource", "dataSource");

    /** Data sources stand before one another, but not this often. */
    private static final int DEPTH = 10;

    /** The addresses of a data source, of all its targets where it chooses among several. */
    public static List<String> of(DataSource dataSource) {
        try {
            return of(dataSource, DEPTH);
        } catch (BeansException | IllegalStateException | SQLException e) {
            return List.of(); // a message is not worth a failure
        }
    }

    private static List<String> of(DataSource dataSource, int depth) throws SQLException {
        if (dataSource instanceof AbstractRoutingDataSource routing) {
            return routing.getResolvedDataSources().values().stream()
                    .flatMap(each -> of(each).stream())
                    .distinct()
                    .toList();
        }
        BeanWrapper settings = PropertyAccessorFactory.forBeanPropertyAccess(dataSource);
        if (first(settings, URL) instanceof String url) {
            return JdbcUrl.addresses(url);
        }
        if (depth > 0 && first(settings, TARGET) instanceof DataSource target) {
            return of(target, depth - 1);
        }
        return dataSource.isWrapperFor(AbstractDriverBasedDataSource.class)
                ? of(dataSource.unwrap(AbstractDriverBasedDataSource.class), 0)
                : List.of();
    }

    private static @Nullable Object first(BeanWrapper settings, List<String> properties) {
        for (String property : properties) {
            Object value = settings.isReadableProperty(property) ? settings.getPropertyValue(property) : null;
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private JdbcAddresses() {}
}
