package dev.farminglabs.sample.storage;

import dev.farminglabs.orm.OrmClient;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes that belong together: all or nothing on a store with transactions, and one after the other on a store without, which
 * is said in the log and on the page of stores. So the work puts the write first that may be refused. Thread-safe.
 */
@Component
public class Together {

    private static final Logger LOG = LoggerFactory.getLogger(Together.class);

    private final OrmClient<ControlPlane> durable;
    private final AtomicBoolean said = new AtomicBoolean();

    Together(OrmClient<ControlPlane> durable) {
        this.durable = durable;
    }

    /** Runs the work on the control plane; every client of that store takes part while it runs. */
    public <T> T write(Function<OrmClient<ControlPlane>, T> work) {
        if (durable.capabilities().supportsTransactions()) {
            return durable.transaction(work);
        }
        if (said.compareAndSet(false, true)) {
            LOG.warn(
                    "{} has no transactions here: writes that belong together are made one after the other",
                    durable.capabilities().store());
        }
        return durable.inOrder(work);
    }
}
