/**
 * Which store answers, how often, and in what time: for each request, on the page it makes and in a header of its answer.
 * It stands between the clients and the drivers, through the starter's {@code OrmDriverDecorator}.
 */
@NullMarked
package dev.farminglabs.sample.traffic;

import org.jspecify.annotations.NullMarked;
