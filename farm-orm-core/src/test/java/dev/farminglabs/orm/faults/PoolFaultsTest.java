package dev.farminglabs.orm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.reliability.Claim;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A pool of a store without transactions: answers that do not come keep its connections. */
class PoolFaultsTest extends UnderFire {

    PoolFaultsTest() {
        super(FaultStore.REDIS_JEDIS);
    }

    @Test
    void aPoolWithoutAConnectionHasDoneNothing() throws Exception {
        holds(Claim.POOL_EXHAUSTED, () -> {
            proxy.hold();
            List<Call> holders = IntStream.range(0, FaultClient.POOL)
                    .mapToObj(i -> begin(() -> Verb.CREATE.call(orm, fresh())))
                    .toList();
            await().until(() -> proxy.held() == FaultClient.POOL);
            String scope = fresh();
            begin(() -> Verb.CREATE.call(orm, scope)).failed(Retry.SAFE);
            proxy.heal();
            for (Call holder : holders) {
                holder.failure();
            }
            assertThat(Verb.CREATE.happened(direct, scope)).isZero();
        });
    }
}
