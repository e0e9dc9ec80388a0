/** What a page has to keep, of whichever module it is, where it is tried in a browser. */
@NullMarked
package dev.farminglabs.orm.browser;

import org.jspecify.annotations.NullMarked;
