/**
 * What all pages share: times, forms that only our pages can send, and what a failure looks like.
 * Pages are rendered on the server, with one style sheet and no script; each domain has its own controller.
 */
@NullMarked
package dev.farminglabs.sample.pages;

import org.jspecify.annotations.NullMarked;
