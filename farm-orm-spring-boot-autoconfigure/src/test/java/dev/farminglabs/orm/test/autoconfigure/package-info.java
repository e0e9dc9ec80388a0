/** An application and its slices. */
@NullMarked
package dev.farminglabs.orm.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
