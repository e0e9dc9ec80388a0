/**
 * Which key and which cell of a Redis server holds what. A layout names the keys of one model: those of its records, of the
 * pointers that lead to them and of the indexes. A cell holds the text of a value, and equal values have one text. Here too is
 * decided which of those keys lead to the records that may meet a condition, and how a script reads one. Names and texts stay
 * on the server for as long as the records do, so none of them is changed lightly.
 */
@NullMarked
package dev.farminglabs.orm.driver.redis.layout;

import org.jspecify.annotations.NullMarked;
