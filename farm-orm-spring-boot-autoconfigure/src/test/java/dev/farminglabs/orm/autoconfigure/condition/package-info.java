/** Tests of the conditions, as a library uses them. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.condition;

import org.jspecify.annotations.NullMarked;
