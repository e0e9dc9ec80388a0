/**
 * Where the database behind a data source is, for people who run an application. It is read from the settings of the data
 * source, so that no connection is opened for it. A user, a password or an option of a URL never comes out.
 */
@NullMarked
package dev.farminglabs.orm.driver.jdbc.address;

import org.jspecify.annotations.NullMarked;
