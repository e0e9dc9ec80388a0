/**
 * What operators ask a running application: an endpoint that tells which schema is where, and health that asks each store for
 * a sign of life. Neither tells a stored value or a password. Both need Spring Boot's actuator and are left out without it.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
