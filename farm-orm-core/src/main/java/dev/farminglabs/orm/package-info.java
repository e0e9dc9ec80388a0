/**
 * What a caller types first: schemas and models, conditions and assignments, and the client that runs them. Everything is
 * typed by the model it belongs to, so a query that mixes models does not compile. Queries are immutable and thread-safe;
 * nothing is sent to a store before a verb such as {@code findMany} or {@code create} is called.
 */
@NullMarked
package dev.farminglabs.orm;

import org.jspecify.annotations.NullMarked;
