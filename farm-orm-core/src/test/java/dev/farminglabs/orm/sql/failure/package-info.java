/** Tests of the room of the same name. */
@NullMarked
package dev.farminglabs.orm.sql.failure;

import org.jspecify.annotations.NullMarked;
