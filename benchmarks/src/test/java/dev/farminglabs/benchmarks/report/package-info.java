/** Shows what the tables say of what was measured. */
@NullMarked
package dev.farminglabs.benchmarks.report;

import org.jspecify.annotations.NullMarked;
