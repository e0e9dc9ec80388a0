package dev.farminglabs.orm.autoconfigure.views;

import dev.farminglabs.orm.ProjectionOf;
import dev.farminglabs.orm.autoconfigure.ControlPlane;

/** Fits. */
@ProjectionOf(ControlPlane.User.class)
public record Person(String email, String name) {}
