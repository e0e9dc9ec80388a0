/** What the console's pages are written with. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.console.html;

import org.jspecify.annotations.NullMarked;
