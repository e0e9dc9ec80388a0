package dev.farminglabs.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as a select shape of a model, so that a Spring application checks it before it is ready. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProjectionOf {

    /** The model the record is read from. */
    Class<? extends Model<?>> value();
}
