/**
 * Who is there now.
 * A session ends by itself, in the store: no code here compares clocks.
 * The store keeps the hash of a token, never the token.
 */
@NullMarked
package dev.farminglabs.sample.session;

import org.jspecify.annotations.NullMarked;
