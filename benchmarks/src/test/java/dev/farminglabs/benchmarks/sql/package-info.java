/** Shows that the subjects of the SQL suite do the same work. */
@NullMarked
package dev.farminglabs.benchmarks.sql;

import org.jspecify.annotations.NullMarked;
