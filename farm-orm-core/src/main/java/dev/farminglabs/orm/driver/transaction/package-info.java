/**
 * What drivers share that take part in Spring's transactions. A transaction in which a call has failed makes no other call and
 * commits nothing, whichever store it is on. Nothing here knows a store.
 */
@NullMarked
package dev.farminglabs.orm.driver.transaction;

import org.jspecify.annotations.NullMarked;
