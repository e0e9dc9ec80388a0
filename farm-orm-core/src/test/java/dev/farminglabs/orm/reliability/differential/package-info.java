/**
 * Random programs, run on every store and on a model of what they mean, and compared call by call. A program is data: the model
 * runs it, the public front door runs it, and it can be printed as Java. One that fails is shrunk and its seed is kept for ever,
 * so that what broke once is tried first. Nothing here shares code with the engine or a driver.
 */
@NullMarked
package dev.farminglabs.orm.reliability.differential;

import org.jspecify.annotations.NullMarked;
