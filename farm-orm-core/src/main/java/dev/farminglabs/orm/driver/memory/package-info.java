/**
 * A complete store in this process' memory, for tests and prototypes. It enforces everything a strict store enforces:
 * keys, required fields, references, sizes, transactions with rollback. So a test that passes on it has no excuse to fail
 * elsewhere. One lock guards all tables, and a transaction holds it from begin to end. Records without an order come in
 * no order worth relying on: a change moves a record.
 */
@NullMarked
package dev.farminglabs.orm.driver.memory;

import org.jspecify.annotations.NullMarked;
