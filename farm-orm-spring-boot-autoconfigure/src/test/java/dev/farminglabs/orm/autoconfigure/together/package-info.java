/** An application that has Hibernate, jOOQ, MyBatis and Farm ORM on one DataSource and one table. */
@NullMarked
package dev.farminglabs.orm.autoconfigure.together;

import org.jspecify.annotations.NullMarked;
