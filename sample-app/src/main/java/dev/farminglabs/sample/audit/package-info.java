/**
 * What was done in a workspace, written in the transaction of the deed.
 */
@NullMarked
package dev.farminglabs.sample.audit;

import org.jspecify.annotations.NullMarked;
