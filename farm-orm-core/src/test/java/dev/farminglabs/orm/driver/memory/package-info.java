/** The memory driver asked directly, with definitions and operations, below the engine. */
@NullMarked
package dev.farminglabs.orm.driver.memory;

import org.jspecify.annotations.NullMarked;
