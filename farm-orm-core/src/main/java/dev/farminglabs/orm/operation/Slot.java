package dev.farminglabs.orm.operation;

/**
 * The place of one value of an operation.
 *
 * @param index where {@link Arguments} hold the value, from 0
 */
public record Slot(int index) {}
