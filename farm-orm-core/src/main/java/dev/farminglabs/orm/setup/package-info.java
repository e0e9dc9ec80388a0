/**
 * How a store is made ready for a schema: what a push would do, the push, the drift between store and schema, and a check that
 * fails on drift. A push only ever adds, may be repeated, and is safe from many processes at once.
 */
@NullMarked
package dev.farminglabs.orm.setup;

import org.jspecify.annotations.NullMarked;
