/**
 * What may be asked of a store: a small, sealed tree over resolved definitions. It holds no strings for fields and no
 * values: where a value belongs, the tree has a numbered {@link dev.farminglabs.orm.operation.Slot}, and the values
 * travel beside it in {@link dev.farminglabs.orm.operation.Arguments}. So two calls that differ in values alone are
 * equal trees, text made from a tree can be kept for the next call, and no value can ever become part of a query's text.
 */
@NullMarked
package dev.farminglabs.orm.operation;

import org.jspecify.annotations.NullMarked;
