package dev.farminglabs.benchmarks.report;

/**
 * One subject doing one work in one round, per operation.
 *
 * @param place   where and what
 * @param round   which round
 * @param micros  the time of an operation: the median of single ones, which a busy machine disturbs less than the mean; of a turn, their mean
 * @param cpu     the processor time of the whole measuring process, in microseconds
 * @param bytes   what was allocated
 */
record Measured(Place place, int round, double micros, double cpu, double bytes) {

    /** What one row of a table is about. */
    record Place(int threads, String store, String work, String subject) {}
}
