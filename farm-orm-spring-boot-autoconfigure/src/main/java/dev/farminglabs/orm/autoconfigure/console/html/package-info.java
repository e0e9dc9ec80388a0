/**
 * Makes the HTML and the drawings of the console. Whatever is put in as text or as the value of an attribute is escaped, and
 * there is no way around it; names of tags and attributes are written in code. Nothing here knows stores or requests.
 */
@NullMarked
package dev.farminglabs.orm.autoconfigure.console.html;

import org.jspecify.annotations.NullMarked;
