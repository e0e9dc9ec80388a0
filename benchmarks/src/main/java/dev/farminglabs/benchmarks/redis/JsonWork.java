package dev.farminglabs.benchmarks.redis;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record as JSON text under one key, an index as a set of keys: what an application writes by hand. */
abstract class JsonWork implements Work {

    /** What is left of a limit. */
    private record Bucket(int remaining) {}

    abstract void set(String key, String text);

    abstract void setFor(String key, String text, long millis);

    abstract @Nullable String get(String key);

    abstract void add(String set, String member);

    abstract Set<String> members(String set);

    abstract List<String> getAll(Collection<String> keys);

    @Override
    public void upsertSession(Session session) {
        setFor("session:" + session.sessionToken(), JsonText.of(session), LIFE.toMillis());
    }

    @Override
    public @Nullable Session getSession(String token) {
        return JsonText.read(get("session:" + token), Session.class);
    }

    @Override
    public boolean consume(String who) {
        String key = "limit:" + who;
        Bucket bucket = JsonText.read(get(key), Bucket.class);
        int remaining = bucket == null ? Inputs.LIMIT : bucket.remaining;
        if (remaining == 0) {
            return false;
        }
        setFor(key, JsonText.of(new Bucket(remaining - 1)), LIFE.toMillis());
        return true;
    }

    @Override
    public void upsertCache(String key, Map<String, Object> value) {
        setFor("cache:" + key, JsonText.of(value), LIFE.toMillis());
    }

    @Override
    public @Nullable Map<String, Object> getCache(String key) {
        return JsonText.map(get("cache:" + key));
    }

    @Override
    public void createOrder(Order order) {
        String key = "order:" + order.number();
        set(key, JsonText.of(order));
        add("orders:" + order.customer(), key);
    }

    @Override
    public List<Order> list(String customer) {
        Set<String> keys = members("orders:" + customer);
        return keys.isEmpty()
                ? List.of()
                : getAll(keys).stream()
                        .map(text -> Objects.requireNonNull(JsonText.read(text, Order.class)))
                        .toList();
    }
}
