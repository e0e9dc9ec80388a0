/**
 * Makes stores ready when the application starts, as far as the settings of {@code farm.orm} ask for it. It is done in an
 * application runner, or before anything that uses a client; then it takes its place after Flyway, Liquibase and SQL scripts.
 * The settings are read when the application runs, also where it was processed ahead of time.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.setup;

import org.jspecify.annotations.NullMarked;
