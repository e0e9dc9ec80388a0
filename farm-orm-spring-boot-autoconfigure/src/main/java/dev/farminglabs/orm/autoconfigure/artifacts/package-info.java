/**
 * The files that other tools read, for people who write no Java: {@code --farm.orm.artifacts.generate} writes what the
 * settings name, {@code --farm.orm.artifacts.check} ends with exit code 1 when one of them is stale. Such a start makes the
 * schema beans and what they need, and nothing else: no client, no store, no web server. It ends before the application is up.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.artifacts;

import org.jspecify.annotations.NullMarked;
