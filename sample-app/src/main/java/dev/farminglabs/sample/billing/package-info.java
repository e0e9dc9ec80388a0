/**
 * What workspaces pay for.
 * A subscription, the plan of its workspace and the audit entry are one transaction.
 */
@NullMarked
package dev.farminglabs.sample.billing;

import org.jspecify.annotations.NullMarked;
