package dev.farminglabs.orm.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.env.Environment;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of code that uses clients, with nothing of the application but its schemas: schema beans, the configuration classes
 * that declare one, and what the test imports itself. Records are in memory, and gone when the next test method begins.
 *
 * <pre>{@code
 * @FarmOrmTest
 * @Import(AuthorStore.class)
 * class AuthorStoreTest {
 *     @Autowired
 *     AuthorStore authors;
 * }
 * }</pre>
 *
 * <p>With {@code store = TestStore.APPLICATION} the stores are the application's; {@code @Transactional} on the test then
 * rolls back what it did on a {@code DataSource}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@BootstrapWith(FarmOrmTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(FarmOrmTypeExcludeFilter.class)
@AutoConfigureFarmOrm
@ImportAutoConfiguration
public @interface FarmOrmTest {

    /** Where the records are. */
    @AliasFor(annotation = AutoConfigureFarmOrm.class)
    TestStore store() default TestStore.MEMORY;

    /** Properties in the form {@code key=value} for the {@link Environment} of the test. */
    String[] properties() default {};

    /** Whether schema beans and the configurations that declare them are found by component scanning. */
    boolean useDefaultFilters() default true;

    /** Components that belong to the slice too. */
    Filter[] includeFilters() default {};

    /** Components that do not belong to the slice. */
    Filter[] excludeFilters() default {};

    /** Auto-configurations that are left out. */
    @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
    Class<?>[] excludeAutoConfiguration() default {};
}
