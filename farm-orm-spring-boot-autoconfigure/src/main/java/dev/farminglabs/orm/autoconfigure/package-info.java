/**
 * Farm ORM in a Spring Boot application. For each {@code Schema} bean there is one {@code OrmClient} bean, one {@code
 * Capabilities} bean and one {@code Setup} bean. Which store a schema lives in is decided from bean definitions alone, by the
 * rules of injection, and never guessed. Nothing here opens a connection before somebody asks for one. What keeps an
 * application from starting is reported with the line to write.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure;

import org.jspecify.annotations.NullMarked;
