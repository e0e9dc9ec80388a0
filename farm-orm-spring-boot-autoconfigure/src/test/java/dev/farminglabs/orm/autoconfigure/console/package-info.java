/** The console, through mock requests and in a real browser. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.console;

import org.jspecify.annotations.NullMarked;
