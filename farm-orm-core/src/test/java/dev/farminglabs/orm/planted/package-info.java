/**
 * Whether the contract kit bites. A good driver gets one bug, of the kind a real author would make, and the kit must notice.
 * {@link dev.farminglabs.orm.planted.Bug} lists the bugs, each with the test that catches it.
 */
@NullMarked
package dev.farminglabs.orm.planted;

import org.jspecify.annotations.NullMarked;
