/**
 * The same work by Farm ORM and by others, side by side. A suite says what is measured, on which stores and by whom; {@link
 * dev.farminglabs.benchmarks.BenchmarkRun} measures one and writes its tables into {@code docs/benchmarks.md}. A test runs every
 * subject once and compares its answers with those of the baseline, so that all of them do the same work.
 */
@NullMarked
package dev.farminglabs.benchmarks;

import org.jspecify.annotations.NullMarked;
