/**
 * What was done in a workspace, written together with the deed.
 */
@NullMarked
package dev.farminglabs.sample.audit;

import org.jspecify.annotations.NullMarked;
