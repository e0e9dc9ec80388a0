/**
 * Records in Redis, and in servers that speak its protocol: no module, no function and no {@code KEYS} is needed. A record is
 * a hash of text cells, null being no cell, with a row version beside them. A model without indexes and with at most one
 * unique key beside its id lives under one key for each record, computed from its unique values; any other model keeps all of
 * its keys in one slot, where indexes and pointers are written together with the record. Every write is one fixed script that
 * is given all of its keys. What lies above an index, filters, orders and pages, is done here and not by the server.
 */
@NullMarked
package dev.farminglabs.orm.driver.redis;

import org.jspecify.annotations.NullMarked;
