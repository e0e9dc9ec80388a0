package dev.farminglabs.orm.autoconfigure.setup;

import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SetupPhase;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;

/**
 * The setup once the context is up, before other runners. A push in a guarded profile is refused earlier, before the
 * application accepts anything.
 */
final class SetupRunner implements ApplicationRunner, SmartInitializingSingleton, Ordered {

    private final SchemaSetup setup;

    SetupRunner(SchemaSetup setup) {
        this.setup = setup;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public void afterSingletonsInstantiated() {
        setup.checkProfile();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        setup.run(SetupPhase.APPLICATION_RUNNER);
    }
}
