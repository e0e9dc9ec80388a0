/**
 * Values on their way in and out: between what callers see and what drivers see, checked on the way in. What fits no field is
 * refused here, before any store is asked, and without ever naming the value.
 */
@NullMarked
package dev.farminglabs.orm.engine.value;

import org.jspecify.annotations.NullMarked;
