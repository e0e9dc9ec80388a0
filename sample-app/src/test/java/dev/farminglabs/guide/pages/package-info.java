/**
 * The guide itself: its pages as Markdown, what has to be true of them, and the same as a web site. Whatever a page shows is
 * compared with what there is: examples with sources, settings with the metadata, links with their ends. A page that is new is
 * checked like the others, and has to be in the index.
 */
@org.jspecify.annotations.NullMarked
package dev.farminglabs.guide.pages;
