/**
 * The work of a small platform on SQL databases: reads with and without relations, an upsert, and writes of one, three and a
 * thousand records. Each subject does it in the obvious way of its library, on the same tables, with a new connection from the
 * same pool for each piece of work. Ids are random text made by the subject.
 */
@NullMarked
package dev.farminglabs.benchmarks.sql;

import org.jspecify.annotations.NullMarked;
