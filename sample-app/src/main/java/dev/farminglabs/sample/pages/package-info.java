/**
 * Two pages rendered on the server, with one style sheet and no script.
 */
@NullMarked
package dev.farminglabs.sample.pages;

import org.jspecify.annotations.NullMarked;
