package dev.farminglabs.orm.driver.redis.server;

/** A command failed before a byte of it was sent, so the server knows nothing of it. */
final class NeverSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NeverSent(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
