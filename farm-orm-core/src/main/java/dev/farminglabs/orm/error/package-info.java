/**
 * What went wrong. A failed call throws one of Spring's {@code DataAccessException} classes, and that exception
 * also implements {@link dev.farminglabs.orm.error.OrmError}: a stable code, the model and fields in the schema's own
 * names, and whether a retry is safe. Nothing in this package ever holds a stored value.
 */
@NullMarked
package dev.farminglabs.orm.error;

import org.jspecify.annotations.NullMarked;
