/**
 * Talking to a Redis server. Commands and scripts go out in text, each over a connection that is taken for it and given back.
 * What fails comes out as the library's exceptions: from what a client library threw, or from what this driver finds out
 * itself. Nothing here knows what the keys mean.
 */
@NullMarked
package dev.farminglabs.orm.driver.redis.server;

import org.jspecify.annotations.NullMarked;
