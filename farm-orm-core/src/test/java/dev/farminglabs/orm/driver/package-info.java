/** What tests below the engine need to put operations together by hand. */
@NullMarked
package dev.farminglabs.orm.driver;

import org.jspecify.annotations.NullMarked;
