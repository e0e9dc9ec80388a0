/**
 * What all suites share: running JMH in rounds, and turning what it measured into Markdown tables. Subjects of one work run
 * right after each other, and a ratio compares times of the same round, so that a machine that is busy for a while disturbs
 * all of them alike.
 */
@NullMarked
package dev.farminglabs.benchmarks.report;

import org.jspecify.annotations.NullMarked;
