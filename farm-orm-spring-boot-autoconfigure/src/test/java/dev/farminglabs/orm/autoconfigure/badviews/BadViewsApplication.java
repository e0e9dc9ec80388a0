package dev.farminglabs.orm.autoconfigure.badviews;

import dev.farminglabs.orm.ProjectionOf;
import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FastState;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;

/** Makes this package one of the application's. */
@AutoConfigurationPackage
public class BadViewsApplication {

    /** Misspelt. */
    @ProjectionOf(ControlPlane.User.class)
    public record Misspelt(String emial) {}

    /** Of another type. */
    @ProjectionOf(ControlPlane.User.class)
    public record Mistyped(int name) {}

    /** No record. */
    @ProjectionOf(ControlPlane.User.class)
    public static final class NoRecord {}

    /** Its model is in no schema of the tests. */
    @ProjectionOf(FastState.Session.class)
    public record OfNobody(String nothing) {}

    /** Not marked: it must not be loaded. */
    public static final class Untouched {
        static {
            System.setProperty("farm.orm.test.untouched", "loaded");
        }
    }
}
