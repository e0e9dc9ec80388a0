package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.driver.Driver;

/**
 * Stands between the clients and the driver of a store, to watch what is sent or to add to it. Every bean of this type is
 * asked once for each driver, in their order, the last one being nearest to the clients. Must be made without using a client.
 * {@link dev.farminglabs.orm.driver.DelegatingDriver} and {@link dev.farminglabs.orm.driver.DelegatingSession} pass on what
 * an implementation does not override.
 */
@FunctionalInterface
public interface OrmDriverDecorator {

    /**
     * The driver to use instead, or the same one.
     *
     * @param driver    the driver, which has opened no connection yet
     * @param storeBean the name of the store bean
     */
    Driver decorate(Driver driver, String storeBean);
}
