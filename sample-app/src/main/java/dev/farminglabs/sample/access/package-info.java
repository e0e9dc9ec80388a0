/**
 * Who may do what in which workspace.
 * A workspace of others is not there, rather than forbidden: nobody learns which slugs exist.
 */
@NullMarked
package dev.farminglabs.sample.access;

import org.jspecify.annotations.NullMarked;
