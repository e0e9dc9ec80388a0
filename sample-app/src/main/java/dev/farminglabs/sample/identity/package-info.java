/**
 * Who there is: people, known by their e-mail address.
 * An address is kept in lower case, so that it is the same person however it was typed.
 */
@NullMarked
package dev.farminglabs.sample.identity;

import org.jspecify.annotations.NullMarked;
