/**
 * What an application that is processed ahead of time has to know, so that nobody writes hints for Farm ORM. The models and
 * the records below the application's packages, and below those of its schemas, are read by reflection, and so are registered.
 * Over-registering a record costs a few bytes of an image; missing one costs a failure at run time.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.aot;

import org.jspecify.annotations.NullMarked;
