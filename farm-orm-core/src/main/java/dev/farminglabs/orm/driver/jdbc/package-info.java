/**
 * SQL databases behind a {@code javax.sql.DataSource}. {@link dev.farminglabs.orm.driver.jdbc.JdbcDriver} is the way in.
 * The text of statements comes from {@link dev.farminglabs.orm.sql}; here they are prepared, bound, run and read, on
 * connections that Spring hands out, so that its transactions are joined. This is the only package that knows {@code
 * java.sql} and Spring JDBC.
 */
@NullMarked
package dev.farminglabs.orm.driver.jdbc;

import org.jspecify.annotations.NullMarked;
