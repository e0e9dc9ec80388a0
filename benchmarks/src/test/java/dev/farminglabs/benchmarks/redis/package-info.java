/** Shows that the subjects of the Redis suite do the same work. */
@NullMarked
package dev.farminglabs.benchmarks.redis;

import org.jspecify.annotations.NullMarked;
