/**
 * What databases mean by their errors: {@link dev.farminglabs.orm.sql.failure.SqlFailures} knows the codes, {@link
 * dev.farminglabs.orm.sql.failure.ConstraintIndex} leads from physical names back to those of the schema. No value ever
 * comes here.
 */
@NullMarked
package dev.farminglabs.orm.sql.failure;

import org.jspecify.annotations.NullMarked;
