/**
 * Hears what one page of the console sends to the stores, and how long it takes. The drivers are decorated where the console is
 * switched on; only a thread that shows a page records anything. Texts hold names, never stored values.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.console.trace;

import org.jspecify.annotations.NullMarked;
