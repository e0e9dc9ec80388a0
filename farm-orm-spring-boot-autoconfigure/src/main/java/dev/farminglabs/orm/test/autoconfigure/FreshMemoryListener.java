package dev.farminglabs.orm.test.autoconfigure;

import dev.farminglabs.orm.driver.memory.MemoryDriver;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Empties the memory store before each test method, and before what else prepares it. Does nothing in tests that did not ask
 * for the memory store, nor to a store that was not used yet.
 */
final class FreshMemoryListener implements TestExecutionListener, Ordered {

    private static final String MEMORY_STORE = "farmOrmMemoryStore";

    FreshMemoryListener() {}

    /** Before Spring's own listeners for transactions and {@code @Sql}. */
    @Override
    public int getOrder() {
        return 3000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (!test.hasApplicationContext()) {
            return;
        }
        ApplicationContext context = test.getApplicationContext();
        if (context.containsLocalBean(MemoryStores.SETTINGS)
                && context.getAutowireCapableBeanFactory() instanceof SingletonBeanRegistry beans
                && beans.getSingleton(MEMORY_STORE) instanceof MemoryDriver memory) {
            memory.clear();
        }
    }
}
