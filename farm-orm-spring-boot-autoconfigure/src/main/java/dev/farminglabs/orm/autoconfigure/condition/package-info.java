/**
 * Conditions for libraries that bring a schema. A library's auto-configuration can ask whether Farm ORM is there, without
 * knowing how its clients are made.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.condition;

import org.jspecify.annotations.NullMarked;
