/** What the MongoDB driver does beyond the contract: round trips, races, set-up, failures. */
@org.jspecify.annotations.NullMarked
package dev.farminglabs.orm.driver.mongo;
