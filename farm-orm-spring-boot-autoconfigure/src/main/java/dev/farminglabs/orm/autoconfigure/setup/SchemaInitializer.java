package dev.farminglabs.orm.autoconfigure.setup;

import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SetupPhase;
import org.springframework.beans.factory.InitializingBean;

/** The setup while beans are made: every client depends on this one, and this one on whatever else initializes databases. */
final class SchemaInitializer implements InitializingBean {

    private final SchemaSetup setup;

    SchemaInitializer(SchemaSetup setup) {
        this.setup = setup;
    }

    @Override
    public void afterPropertiesSet() {
        setup.run(SetupPhase.INITIALIZATION);
    }
}
