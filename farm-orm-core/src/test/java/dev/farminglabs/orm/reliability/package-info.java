/**
 * Figures about what the library claims: what was measured on which store, and whether it is what was aimed at. A test that
 * shows a claim records its figure with {@link dev.farminglabs.orm.reliability.Figures}; {@code docs/reliability.md} is made
 * of what was recorded. A figure that was not reached is shown as it is.
 */
@NullMarked
package dev.farminglabs.orm.reliability;

import org.jspecify.annotations.NullMarked;
