/**
 * What other tools read. {@link dev.farminglabs.orm.render.Artifacts} writes a schema as SQL, Liquibase, Prisma, Drizzle,
 * MongoDB commands and a page with a diagram, and says which files are out of date. The tables are those that a setup
 * makes: the statements come from {@code sql.ddl} and the names are the same. No database is needed.
 */
@NullMarked
package dev.farminglabs.orm.render;

import org.jspecify.annotations.NullMarked;
