package dev.farminglabs.orm.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of records.
 *
 * @param items     the records
 * @param nextToken what stands for the last one, or null when there are no more
 * @param <T>       the records' type
 */
public record Page<T>(List<T> items, @Nullable String nextToken) {}
