/**
 * What is decided once for every store: checks before any I/O, defaults, ids, time, tenants, soft delete, expiry, unique keys,
 * relation loading, projections and pages. {@link dev.farminglabs.orm.engine.Engine} is the way in; the front door makes
 * requests of it, and drivers never see it.
 */
@NullMarked
package dev.farminglabs.orm.engine;

import org.jspecify.annotations.NullMarked;
