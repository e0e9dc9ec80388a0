/**
 * How often a client may call the API, and somebody may try to sign in.
 * The whole limiter is one conditional upsert; a bucket past its time counts as absent.
 */
@NullMarked
package dev.farminglabs.sample.ratelimit;

import org.jspecify.annotations.NullMarked;
