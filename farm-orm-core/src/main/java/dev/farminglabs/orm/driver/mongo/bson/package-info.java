/**
 * Values and documents as MongoDB stores and takes them. A value becomes a typed BSON value, never an operator or the name of a
 * field; a decimal too long for the server's own type becomes a document of two. Used by the driver alone.
 */
@NullMarked
package dev.farminglabs.orm.driver.mongo.bson;

import org.jspecify.annotations.NullMarked;
