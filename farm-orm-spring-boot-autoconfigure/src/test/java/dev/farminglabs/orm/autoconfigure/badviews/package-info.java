/** Records that do not fit, and a class that must never be loaded. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.badviews;

import org.jspecify.annotations.NullMarked;
