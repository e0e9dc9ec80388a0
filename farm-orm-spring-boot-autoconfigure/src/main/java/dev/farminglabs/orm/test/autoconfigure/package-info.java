/**
 * A slice of a Spring Boot application for tests of code that uses clients. {@code @FarmOrmTest} starts the schema beans, the
 * clients and nothing else, in memory unless it says otherwise; {@code @AutoConfigureFarmOrm} adds the same to another kind of
 * test. Each test method begins with an empty memory store. These classes need spring-boot-test-autoconfigure, which only test
 * class paths have.
 */
@NullMarked
package dev.farminglabs.orm.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
