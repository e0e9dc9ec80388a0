/**
 * The suite {@code mongo}: small writes, reads, and a record with all that belongs to it, on one MongoDB server. It is the one
 * whose address is given, or a stand-in of Java in the process that runs the suite; the page says which. Each subject does the
 * work in the obvious way of its library, on the collections and indexes that Farm ORM's setup makes.
 */
@NullMarked
package dev.farminglabs.benchmarks.mongo;

import org.jspecify.annotations.NullMarked;
