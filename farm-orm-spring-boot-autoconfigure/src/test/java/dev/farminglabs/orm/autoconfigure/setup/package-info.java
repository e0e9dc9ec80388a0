/** Stores that are made ready, or not, while whole contexts start. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.setup;

import org.jspecify.annotations.NullMarked;
