@NullMarked
package dev.farminglabs.orm.autoconfigure;

import org.jspecify.annotations.NullMarked;
