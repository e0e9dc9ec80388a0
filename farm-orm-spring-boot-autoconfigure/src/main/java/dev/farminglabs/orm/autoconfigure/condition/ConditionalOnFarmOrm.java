package dev.farminglabs.orm.autoconfigure.condition;

import dev.farminglabs.orm.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/**
 * Matches where Farm ORM makes clients: {@code farm.orm.enabled} is not {@code false} and, where schemas are named, a bean of
 * each was defined.
 *
 * <p>Without schemas the answer does not depend on the order of auto-configurations: a library declares its schema bean and
 * what uses {@code OrmClient} of it side by side. With schemas it does, as with every condition on beans: the configuration
 * has to run after the one that declares the schema. The clients are defined after all conditions, so {@code
 * @ConditionalOnBean(OrmClient.class)} never matches.
 *
 * <p>A library to which Farm ORM is optional adds {@code @ConditionalOnClass(name = "dev.farminglabs.orm.OrmClient")}: Java
 * leaves out annotations whose class is missing, this one too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Conditional(OnFarmOrmCondition.class)
public @interface ConditionalOnFarmOrm {

    /** The schemas of which there have to be beans; none by default. */
    Class<? extends Schema>[] schema() default {};
}
