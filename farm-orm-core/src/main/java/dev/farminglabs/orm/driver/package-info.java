/**
 * What a store must offer. A {@link dev.farminglabs.orm.driver.Driver} stands for one store; bound to a schema it gives a
 * {@link dev.farminglabs.orm.driver.DriverSession} that carries out operations and {@link
 * dev.farminglabs.orm.driver.SetupOperations} that make the store ready. Relation loading, defaults, expiry, soft delete,
 * tenants and projections are decided above this line, once for all stores. The contract is checked by the kit in the
 * {@code tests} jar; nothing a store has to do has a silent default.
 */
@NullMarked
package dev.farminglabs.orm.driver;

import org.jspecify.annotations.NullMarked;
