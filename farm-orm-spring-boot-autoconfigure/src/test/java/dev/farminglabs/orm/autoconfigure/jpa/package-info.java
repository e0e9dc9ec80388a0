/** An application that has JPA, JDBC and Farm ORM on one DataSource, and Redis beside it. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.jpa;

import org.jspecify.annotations.NullMarked;
