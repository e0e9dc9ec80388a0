/**
 * The check of marked records when an application starts. A record marked {@code @ProjectionOf} that does not fit its model
 * keeps the application from starting, with all problems of all records together. The records are found below the
 * application's packages; in an application that was processed ahead of time their names are in the generated code, for a
 * native image has no class files to search.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.projection;

import org.jspecify.annotations.NullMarked;
