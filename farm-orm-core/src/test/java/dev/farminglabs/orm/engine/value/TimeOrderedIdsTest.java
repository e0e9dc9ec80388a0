package dev.farminglabs.orm.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final long TIME = 1_800_000_000_000L;

    private final TimeOrderedIds ids = new TimeOrderedIds();

    @Test
    void saysVersionVariantAndTime() {
        UUID id = UUID.fromString(ids.next(TIME));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME);
    }

    @Test
    void staysInOrderWhenTheClockStandsStillOrStepsBack() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next(TIME - i % 7));
        }
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void makesNoIdTwiceForManyThreads() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<List<String>> work = () -> {
                List<String> made = new ArrayList<>();
                for (int i = 0; i < 2_000; i++) {
                    made.add(ids.next(TIME));
                }
                return made;
            };
            Set<String> all = new HashSet<>();
            for (var result : pool.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
                all.addAll(result.get());
            }
            assertThat(all).hasSize(16_000);
        } finally {
            pool.shutdownNow();
        }
    }
}
