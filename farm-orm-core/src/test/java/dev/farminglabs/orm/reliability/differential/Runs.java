package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.Figures;

/**
 * How long a run is, and by which seed. A build is always by the same one, so that it can be repeated; the long run of {@code
 * mvn verify -Preliability} draws a new one, which is in its figures. {@code -Dreliability.seed} and {@code
 * -Dreliability.operations} say others.
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

    private Runs() {}
}
