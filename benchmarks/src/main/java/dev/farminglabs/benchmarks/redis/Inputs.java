package dev.farminglabs.benchmarks.redis;

import java.time.Instant;
import java.util.Map;

/** Values for one thread's work, each call the next ones. */
final class Inputs {

    static final int SESSIONS = 1_000;
    static final int CUSTOMERS = 10;
    static final int ORDERS = 100;
    static final int LIMIT = Integer.MAX_VALUE;

    private int calls = (int) Thread.currentThread().getId() * 7_919;

    static void fill(Work work) {
        for (int i = 0; i < SESSIONS; i++) {
            work.upsertSession(session(i));
            work.upsertCache(key(i), value(i));
        }
        for (int i = 0; i < CUSTOMERS * ORDERS; i++) {
            work.createOrder(order(i));
        }
    }

    static Work.Order order(int i) {
        return new Work.Order("order-" + i, "customer-" + i % CUSTOMERS, i);
    }

    static Work.Session session(int i) {
        return new Work.Session(
                "token-" + i,
                "user-" + i,
                "workspace-" + i % 50,
                Map.of("locale", "en", "theme", "dark", "views", i, "path", "/workspaces/" + i + "/dashboard"),
                Instant.now().plus(Work.LIFE));
    }

    static String key(int i) {
        return "key-" + i;
    }

    static Map<String, Object> value(int i) {
        return Map.of("views", i, "ratio", 0.25, "label", "workspace metrics");
    }

    Work.Session session() {
        return session(next(SESSIONS));
    }

    String token() {
        return "token-" + next(SESSIONS);
    }

    String key() {
        return key(next(SESSIONS));
    }

    Map<String, Object> value() {
        return value(calls);
    }

    String who() {
        return "user-" + next(SESSIONS);
    }

    String customer() {
        return "customer-" + next(CUSTOMERS);
    }

    private int next(int bound) {
        return Math.floorMod(calls++ * 31, bound);
    }
}
