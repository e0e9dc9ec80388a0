/** An application that is loaded anew at each restart. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.restart;

import org.jspecify.annotations.NullMarked;
