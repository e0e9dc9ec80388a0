/**
 * Values that can be computed again.
 * Losing one is never an error, so it lives in the fast store.
 */
@NullMarked
package dev.farminglabs.sample.cache;

import org.jspecify.annotations.NullMarked;
