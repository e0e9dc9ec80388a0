/**
 * What is told about a client of MongoDB: where its servers are, and which commands are sent to them. Both are for people who
 * run an application. Neither opens a connection, and neither tells a password or, unless it is asked to, a stored value.
 */
@NullMarked
package dev.farminglabs.orm.driver.mongo.client;

import org.jspecify.annotations.NullMarked;
