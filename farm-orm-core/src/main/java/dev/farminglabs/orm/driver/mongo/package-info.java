/**
 * MongoDB, spoken to with the raw driver and no mapping layer. Every document is built from resolved definitions and typed
 * values, so a value can never become an operator or the name of a field. An id is {@code _id}, and a null is a field that
 * is not there. A find is one command; relations come along by {@code $lookup}. Each write of one record is atomic without
 * transactions; where the deployment has transactions, calls take part in them. Only classic operators are used, which
 * servers from 4.2 on understand.
 */
@NullMarked
package dev.farminglabs.orm.driver.mongo;

import org.jspecify.annotations.NullMarked;
