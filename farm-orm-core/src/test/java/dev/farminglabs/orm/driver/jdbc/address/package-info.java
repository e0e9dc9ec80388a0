/** Where databases are, told from URLs and from data sources that are never connected. */
@NullMarked
package dev.farminglabs.orm.driver.jdbc.address;

import org.jspecify.annotations.NullMarked;
