/**
 * What all endpoints share: problem details for errors, and pages by cursor.
 * Errors name models and fields, never what somebody sent or stored.
 */
@NullMarked
package dev.farminglabs.sample.api;

import org.jspecify.annotations.NullMarked;
