/** Observations and meters, as registries see them. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
