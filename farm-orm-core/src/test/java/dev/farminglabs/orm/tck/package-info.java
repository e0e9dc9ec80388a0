/**
 * The contract every store keeps, as tests. A store supplies a {@link dev.farminglabs.orm.tck.StoreFixture} and one class that
 * names the topics, and inherits every test. All tests go through the public front door, so they hold for any driver. After
 * every test it is checked that nothing was left open or locked. No test is skipped: a declared ability must work, and one that
 * is not declared must be refused by name.
 */
@NullMarked
package dev.farminglabs.orm.tck;

import org.jspecify.annotations.NullMarked;
