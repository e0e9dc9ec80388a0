package dev.farminglabs.orm.autoconfigure.setup;

import dev.farminglabs.orm.autoconfigure.BoundSchemas;
import org.springframework.beans.factory.InitializingBean;

/**
 * Ends the start at a store that must not be met, or at schemas that do not fit beside each other, before a migration of somebody
 * else is sent.
 */
final class GuardCheck implements InitializingBean {

    private final BoundSchemas schemas;

    GuardCheck(BoundSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public void afterPropertiesSet() {
        schemas.checkGuard();
        schemas.checkTogether();
    }
}
