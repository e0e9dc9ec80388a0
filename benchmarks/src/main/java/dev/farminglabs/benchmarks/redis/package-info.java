/**
 * The suite {@code redis}: sessions, a rate limit, a cache and a list by an index, on one server. The others keep a record as
 * JSON text under one key, which is what an application writes by hand, or let Spring Data keep it; they are as fast as they
 * can be made without losing what they promise. A rate limit by hand reads, computes and writes, and loses updates.
 */
@NullMarked
package dev.farminglabs.benchmarks.redis;

import org.jspecify.annotations.NullMarked;
