/** The endpoint and health, over HTTP and without. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
