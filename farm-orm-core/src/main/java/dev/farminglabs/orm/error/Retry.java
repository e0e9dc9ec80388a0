package dev.farminglabs.orm.error;

/** Whether the failed call may be made again. */
public enum Retry {
    /** Nothing happened: never connected, or the store undid it. Making the call again is safe. */
    SAFE,
    /** The same call will fail again. */
    NEVER,
    /**
     * The request left and the answer did not arrive, or a step of the call failed after others were done: it may have been
     * done, or a part of it. Retry only what may be done twice.
     */
    OUTCOME_UNKNOWN
}
