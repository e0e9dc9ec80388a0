package dev.farminglabs.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures a suite in turns: all subjects are in this process, and each works for a moment, one after the other, again and
 * again. A machine that is slow for a while is slow for all of them, which processes a minute apart cannot say; but what the
 * compiler learns from one subject it keeps for the others.
 */
final class Turns {

    /** How long a turn takes. */
    static final long MILLIS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Suite suite;
    private final RunSettings settings;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final List<Measured> measured = new ArrayList<>();

    @SuppressWarnings("unused") // kept, so that the compiler cannot leave the work out
    private volatile @Nullable Object answer;

    Turns(Suite suite, RunSettings settings) {
        this.suite = suite;
        this.settings = settings;
    }

    /** The second half of all turns, each of them a round. */
    List<Measured> run() throws Throwable {
        for (String store : settings.chosen("stores", suite.stores())) {
            List<Participant> participants = new ArrayList<>();
            try {
                for (String subject : settings.chosen("subjects", suite.subjects())) {
                    participants.add(new Participant(suite, store, subject));
                }
                for (String work : settings.chosen("works", suite.works())) {
                    LOG.info("{} on {}, in turns", work, store);
                    turns(participants, store, work);
                }
            } finally {
                for (Participant participant : participants) {
                    participant.close();
                }
            }
        }
        return List.copyOf(measured);
    }

    private void turns(List<Participant> participants, String store, String work) throws Throwable {
        Map<Participant, MethodHandle> operations = new LinkedHashMap<>();
        for (Participant participant : participants) {
            operations.put(participant, participant.operation(work));
        }
        for (int turn = 0; turn < settings.turns(); turn++) {
            for (Map.Entry<Participant, MethodHandle> entry : operations.entrySet()) {
                entry.getKey().prepare();
                Measured.Place place =
                        new Measured.Place(1, store, work, entry.getKey().subject());
                Measured one = turn(entry.getValue(), place, turn);
                if (turn >= settings.turns() / 2) {
                    measured.add(one);
                }
            }
        }
    }

    private Measured turn(MethodHandle operation, Measured.Place place, int number) throws Throwable {
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        long count = 0;
        long now = start;
        while (now - start < TimeUnit.MILLISECONDS.toNanos(MILLIS)) {
            answer = (Object) operation.invokeExact();
            count++;
            now = System.nanoTime();
        }
        double micros = (now - start) / 1000.0 / count;
        double cpuMicros = (system.getProcessCpuTime() - cpu) / 1000.0 / count;
        return new Measured(place, number, micros, cpuMicros, Double.NaN);
    }
}
