/**
 * Who is there now.
 * A session ends by itself, in the store: no code here compares clocks.
 */
@NullMarked
package dev.farminglabs.sample.session;

import org.jspecify.annotations.NullMarked;
