/**
 * Select shapes: a record class is checked against a model once, becomes a {@link dev.farminglabs.orm.engine.view.View}, and
 * rows become its objects through a constructor handle. {@link dev.farminglabs.orm.engine.view.NodePlan} says where in a row
 * each component is and which relations come in the same row.
 */
@NullMarked
package dev.farminglabs.orm.engine.view;

import org.jspecify.annotations.NullMarked;
