/** Shows that the subjects of the MongoDB suite do the same work. */
@NullMarked
package dev.farminglabs.benchmarks.mongo;

import org.jspecify.annotations.NullMarked;
