package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.Figure.Outcome;
import dev.farminglabs.orm.reliability.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * How long a run is, by which seed, and on which stores. A build is always by the same one, so that it can be repeated; the
 * long run of {@code mvn verify -Preliability} draws a new one, once, which is in its figures. {@code -Dreliability.seed} and
 * {@code -Dreliability.operations} say others; {@code -Dreliability.minutes} ends each store's part early, with the figure it
 * has reached; {@code -Dreliability.stores=h2,redis} names the only stores.
 */
final class Runs {

    private static final long BUILD = 20_260_301L;

    /** The seed of the first program; the next one has the next seed. The same in all tests of a run. */
    static final long SEED =
            Long.getLong("reliability.seed", Figures.longRun() ? System.currentTimeMillis() * 1_000_000 : BUILD);

    /** How many operations on each store. */
    static final long OPERATIONS = Long.getLong("reliability.operations", Figures.longRun() ? 1_000_000L : 20_000L);

    /** Which share of a store's minutes a test takes. */
    enum Share {
        ANSWERS(0.8),
        IDENTITIES(0.1),
        SHAPES(0.1);

        private final double part;

        Share(double part) {
            this.part = part;
        }

        /** Until when a store that begins now may take; the clock is that of {@link System#nanoTime}. */
        long deadline() {
            double minutes = Double.parseDouble(System.getProperty("reliability.minutes", "1440"));
            return System.nanoTime() + (long) (minutes * part * 60_000_000_000L);
        }
    }

    /** Whether random programs are to run on a store of that name. */
    static boolean on(String store) {
        String only = System.getProperty("reliability.stores");
        return only == null || Arrays.asList(only.split(",")).contains(store);
    }

    /** The stores random programs run on. */
    static List<TestedStore> stores() {
        return TestedStore.ALL.stream().filter(store -> on(store.name())).toList();
    }

    /**
     * Does something for one seed after the other, until it was as often as asked or the share of the time is over. Takes down
     * how far it came, also when it fails.
     *
     * @return how often it was done
     */
    static long seeds(long wanted, Share share, String what, Figures figures, LongConsumer work) {
        long deadline = share.deadline();
        long done = 0;
        Outcome outcome = Outcome.MISSED;
        try {
            while (done < wanted && System.nanoTime() < deadline) {
                work.accept(SEED + done);
                done++;
            }
            outcome = done < wanted ? Outcome.CUT_SHORT : Outcome.REACHED;
        } finally {
            figures.target(number(wanted) + what)
                    .seed(SEED)
                    .measured(number(done) + what + (outcome == Outcome.MISSED ? ", the next one fails" : ""), outcome);
        }
        return done;
    }

    /** With commas. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private Runs() {}
}
