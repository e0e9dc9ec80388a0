/**
 * The console: pages that show schemas, stores and records to a developer, off unless {@code farm.orm.console.enabled} says
 * otherwise. It answers to its own machine, changes nothing unless it is told that it may, and does not start in a production
 * profile. Names in addresses are looked up among the definitions of the schemas, and values are bound; nothing else reaches a
 * store. Pages are made here, without a template engine; {@code html} writes them and {@code trace} hears what is sent.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.console;

import org.jspecify.annotations.NullMarked;
