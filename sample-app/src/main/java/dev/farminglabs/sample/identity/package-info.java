/**
 * Who there is: people, known by their e-mail address, and what proves it.
 * An address is kept in lower case, so that it is the same person however it was typed.
 * A password is kept as a slow hash, in a model that no view of a user reads.
 */
@NullMarked
package dev.farminglabs.sample.identity;

import org.jspecify.annotations.NullMarked;
