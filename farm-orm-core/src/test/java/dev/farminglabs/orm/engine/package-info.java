/** What the engine decides by itself, tested without a store. */
@NullMarked
package dev.farminglabs.orm.engine;

import org.jspecify.annotations.NullMarked;
