/** Artifacts are what the schema says, other tools accept them, and only what changed is written. */
@NullMarked
package dev.farminglabs.orm.render;

import org.jspecify.annotations.NullMarked;
