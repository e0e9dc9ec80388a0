package dev.farminglabs.orm.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** A server of its own that may be killed. What it has confirmed survives that. */
interface FaultServer {

    /** Product and version. */
    String name();

    /** Where it listens; the same after a restart. */
    int port();

    /** The number of the process that was started here. */
    long pid();

    /** Starts it again after it was killed. */
    void restart();

    /** Kills it as {@code kill -9} does. */
    default void kill() {
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
    }
}
