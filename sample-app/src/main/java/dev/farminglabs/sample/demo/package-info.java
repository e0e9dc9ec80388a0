/**
 * Something to look at after the first start.
 */
@NullMarked
package dev.farminglabs.sample.demo;

import org.jspecify.annotations.NullMarked;
