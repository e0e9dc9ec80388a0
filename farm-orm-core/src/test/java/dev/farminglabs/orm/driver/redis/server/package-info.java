/** The way to a Redis server, piece by piece. */
package dev.farminglabs.orm.driver.redis.server;
