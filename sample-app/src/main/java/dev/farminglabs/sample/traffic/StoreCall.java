package dev.farminglabs.sample.traffic;

import java.util.Locale;

/**
 * One operation that a store's driver carried out. How often it goes to the store for it is the driver's business.
 *
 * @param store     the store's name
 * @param operation what was done, such as {@code find users}
 * @param nanos     how long it took, the way there and back included
 */
record StoreCall(String store, String operation, long nanos) {

    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    /** How long it took, for people. */
    public String time() {
        return millis(nanos);
    }

    static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_IN_A_MILLISECOND);
    }
}
