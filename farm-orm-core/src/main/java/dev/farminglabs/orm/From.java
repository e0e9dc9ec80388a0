package dev.farminglabs.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the field or relation a record component is read from, where the component is called something else. On a record that a
 * sealed interface permits, names the relation from the base to the variant that is read into it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface From {

    /** The Java name of the field or relation in the model. */
    String value();
}
