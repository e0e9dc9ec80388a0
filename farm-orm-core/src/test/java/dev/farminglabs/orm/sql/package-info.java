/** Statements, names and error codes, without a database. */
@NullMarked
package dev.farminglabs.orm.sql;

import org.jspecify.annotations.NullMarked;
