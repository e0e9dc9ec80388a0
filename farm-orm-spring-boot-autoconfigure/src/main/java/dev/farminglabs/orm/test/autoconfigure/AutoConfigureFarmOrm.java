package dev.farminglabs.orm.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;
import org.springframework.boot.test.context.PropertyMapping.Skip;

/**
 * Adds the clients of the schema beans to a test, on a store for tests. On a {@code @SpringBootTest} it puts the whole
 * application on memory; {@link FarmOrmTest} has it already.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ImportAutoConfiguration
@PropertyMapping("farm.orm.test")
public @interface AutoConfigureFarmOrm {

    /** Where the records are. */
    @PropertyMapping(skip = Skip.NO)
    TestStore store() default TestStore.MEMORY;
}
