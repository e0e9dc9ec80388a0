/** Files for other tools are written and checked from settings, and nothing else of an application is touched. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.artifacts;

import org.jspecify.annotations.NullMarked;
