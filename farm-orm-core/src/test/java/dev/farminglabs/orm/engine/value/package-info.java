/** Values on their way in and out, tested without a store. */
@NullMarked
package dev.farminglabs.orm.engine.value;

import org.jspecify.annotations.NullMarked;
