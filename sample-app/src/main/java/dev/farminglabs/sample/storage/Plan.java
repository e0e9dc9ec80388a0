package dev.farminglabs.sample.storage;

/** What a workspace pays for. */
public enum Plan {
    /** Nothing. */
    FREE(3),
    /** By the seat. */
    PRO(25),
    /** By contract. */
    ENTERPRISE(1000);

    private final int seats;

    Plan(int seats) {
        this.seats = seats;
    }

    /** How many members a workspace on this plan may have. */
    public int seats() {
        return seats;
    }
}
