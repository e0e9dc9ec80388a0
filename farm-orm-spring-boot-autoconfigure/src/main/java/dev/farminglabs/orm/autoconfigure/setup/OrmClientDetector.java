package dev.farminglabs.orm.autoconfigure.setup;

import dev.farminglabs.orm.OrmClient;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;

/** Lets clients wait for whatever initializes databases. */
final class OrmClientDetector extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

    @Override
    protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
        return Set.of(OrmClient.class);
    }
}
