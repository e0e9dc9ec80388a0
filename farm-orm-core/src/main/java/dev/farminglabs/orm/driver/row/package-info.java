/**
 * What is true of a row that is held in Java. Here is decided when two values are the same, which of two comes first, whether
 * a row meets a condition, and what rows add up to. Drivers of stores that cannot decide it themselves use this room, so that
 * they all give one answer. It is no driver: it knows no store and holds no record.
 */
@NullMarked
package dev.farminglabs.orm.driver.row;

import org.jspecify.annotations.NullMarked;
