/** Tests of the room of the same name. */
@NullMarked
package dev.farminglabs.orm.sql.ddl;

import org.jspecify.annotations.NullMarked;
