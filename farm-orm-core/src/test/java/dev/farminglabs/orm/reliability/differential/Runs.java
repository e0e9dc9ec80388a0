package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.Figures;
import java.util.Arrays;
import java.util.List;

/**
 * How long a run is, by which seed, and on which stores. A build is always by the same one, so that it can be repeated; the long run of {@code
 * mvn verify -Preliability} draws a new one, which is in its figures. {@code -Dreliability.seed} and {@code
 * -Dreliability.operations} say others; {@code -Dreliability.minutes} ends each store's part early, with the figure it has
 * reached; {@code -Dreliability.stores=h2,redis} names the only stores.
 */
final class Runs {

    private static final long BUILD = 20_260_301L;

    static long seed() {
        long drawn = Figures.longRun() ? System.currentTimeMillis() * 1_000_000 : BUILD;
        return Long.getLong("reliability.seed", drawn);
    }

    /** How many operations on each store. */
    static long operations() {
        return Long.getLong("reliability.operations", Figures.longRun() ? 1_000_000L : 20_000L);
    }

    /** Until when a store that begins now may take; the clock is that of {@link System#nanoTime}. */
    static long deadline() {
        return System.nanoTime() + Long.getLong("reliability.minutes", 60L * 24) * 60_000_000_000L;
    }

    /** The stores random programs run on. */
    static List<TestedStore> stores() {
        String only = System.getProperty("reliability.stores");
        return only == null
                ? TestedStore.ALL
                : TestedStore.ALL.stream()
                        .filter(store -> Arrays.asList(only.split(",")).contains(store.name()))
                        .toList();
    }

    private Runs() {}
}
