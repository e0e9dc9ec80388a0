/**
 * The two schemas, and nothing that knows a store. The control plane holds what lasts, the fast state what can be lost.
 * The starter makes one client for each schema bean; the domains inject them by type.
 */
@NullMarked
package dev.farminglabs.sample.storage;

import org.jspecify.annotations.NullMarked;
