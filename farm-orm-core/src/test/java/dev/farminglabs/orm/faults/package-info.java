/**
 * What the library says when the way to a store breaks: a proxy between client and server cuts, holds, slices and refuses, and
 * servers are killed. What must hold in every cell: nothing reported as done is missing, nothing reported {@code SAFE} has
 * happened, a call ends within its time, nothing leaks, and calls work again once the way does.
 */
@NullMarked
package dev.farminglabs.orm.faults;

import org.jspecify.annotations.NullMarked;
