@NullMarked
package dev.farminglabs.orm.autoconfigure.audit;

import org.jspecify.annotations.NullMarked;
