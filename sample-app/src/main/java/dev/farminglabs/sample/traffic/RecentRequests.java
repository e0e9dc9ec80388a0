package dev.farminglabs.sample.traffic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** The latest requests of this instance, the newest first. Thread-safe. */
@Component
class RecentRequests {

    /** A request by its pattern, which holds no name and no token, and what it asked of the stores. */
    record Answered(String method, String pattern, int status, List<String> byStore) {}

    private static final int MOST = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Answered> latest = new ArrayDeque<>();

    void add(Answered request) {
        lock.lock();
        try {
            latest.addFirst(request);
            if (latest.size() > MOST) {
                latest.removeLast();
            }
        } finally {
            lock.unlock();
        }
    }

    List<Answered> latest() {
        lock.lock();
        try {
            return List.copyOf(latest);
        } finally {
            lock.unlock();
        }
    }
}
