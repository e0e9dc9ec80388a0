/**
 * What workspaces pay for.
 * A subscription, the plan of its workspace and the audit entry are written together.
 */
@NullMarked
package dev.farminglabs.sample.billing;

import org.jspecify.annotations.NullMarked;
