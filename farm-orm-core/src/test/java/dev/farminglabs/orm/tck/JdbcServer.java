package dev.farminglabs.orm.tck;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A server of MySQL's kind that tests talk to, where a place is a database of its own.
 *
 * @param url     the address without a database, with the user and password where it needs them
 * @param origin  where it is from
 * @param version such as {@code 11.4.5}
 */
record JdbcServer(String url, String origin, String version) {

    private static final String COLLATED = " default character set utf8mb4";

    /** The server at that address. */
    static JdbcServer at(String url, String origin) {
        try (Connection connection = DriverManager.getConnection(url)) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            return new JdbcServer(url, origin, version.split("-")[0]);
        } catch (SQLException e) {
            throw new IllegalStateException("The server from " + origin + " cannot be reached", e);
        }
    }

    /** A new empty database. */
    JdbcPlace open() {
        String name = "tck_" + UUID.randomUUID().toString().replace("-", "");
        return new JdbcPlace(create(name), null, null, words(name));
    }

    /** The address of a new empty database. */
    String create(String name) {
        execute("create database " + name + COLLATED);
        return address(name);
    }

    /** The address of a database that may be there or not. */
    String address(String name) {
        int settings = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        int path = url.lastIndexOf('/', settings) + 1;
        return url.substring(0, path) + name + url.substring(settings);
    }

    private static JdbcPlace.Words words(String name) {
        return new JdbcPlace.Words(
                "select concat(t.trx_state, ' ', coalesce(t.trx_query, '')) from information_schema.innodb_trx t"
                        + " join information_schema.processlist p on p.id = t.trx_mysql_thread_id"
                        + " where p.db = '" + name + "' and p.id <> connection_id()",
                "drop database " + name,
                "drop schema `%s`");
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
