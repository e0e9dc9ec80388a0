/** Records that fit. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.views;

import org.jspecify.annotations.NullMarked;
