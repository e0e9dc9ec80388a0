/**
 * Operations as SQL. A statement is text together with a description of its binds; a value is never seen here, so none
 * can become part of the text. What differs between databases is in {@link dev.farminglabs.orm.sql.Dialect}, a value made
 * of small strategies. Nothing here knows {@code java.sql}.
 */
@NullMarked
package dev.farminglabs.orm.sql;

import org.jspecify.annotations.NullMarked;
