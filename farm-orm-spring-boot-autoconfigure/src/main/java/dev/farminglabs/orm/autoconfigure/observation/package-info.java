/**
 * What can be measured and traced of clients, with Micrometer. Each operation that goes to a store is one observation, with
 * the keys that OpenTelemetry has for databases and few values for each. Where there is no registry, nothing stands between a
 * client and its store. The convention can be replaced by a bean.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
