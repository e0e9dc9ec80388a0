/**
 * The JDBC driver on real databases: H2 in this process, PostgreSQL over connections, and PostgreSQL said to be older than
 * it is. Operations are made by hand here, without the engine above the driver.
 */
@NullMarked
package dev.farminglabs.orm.driver.jdbc;

import org.jspecify.annotations.NullMarked;
