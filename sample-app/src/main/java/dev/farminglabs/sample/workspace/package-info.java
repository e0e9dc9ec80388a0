/**
 * What people share: workspaces, their members, and the dashboard.
 * The dashboard is read from both stores; the durable one first, and the cached part may be missing.
 */
@NullMarked
package dev.farminglabs.sample.workspace;

import org.jspecify.annotations.NullMarked;
