/**
 * How tables are said in SQL. A {@link dev.farminglabs.orm.sql.ddl.DdlDialect} is one database as a small value, {@link
 * dev.farminglabs.orm.sql.ddl.SchemaSql} writes the statements for resolved definitions, and {@link
 * dev.farminglabs.orm.sql.ddl.CatalogQueries} ask a database for what it has. Nothing here drops or narrows.
 */
@NullMarked
package dev.farminglabs.orm.sql.ddl;

import org.jspecify.annotations.NullMarked;
