/**
 * A record of who changed what, switched on by {@code farm.orm.audit.enabled}. A decorator takes note of each write that
 * happened, after the commit where there is a transaction; a bounded queue and one thread bring the notes to a schema of their
 * own. The write that is noted never waits for this and never fails by it: what does not fit is counted. Notes hold names and
 * numbers, and never a stored value.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.audit;

import org.jspecify.annotations.NullMarked;
