package dev.farminglabs.orm.driver;

import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Write;

/**
 * A write with its values.
 *
 * @param write     what to do
 * @param arguments its values
 */
public record WriteCall(Write write, Arguments arguments) {}
