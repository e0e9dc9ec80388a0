package dev.farminglabs.sample.cache;

import static dev.farminglabs.sample.storage.FastState.CACHE_ENTRY;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Upsert;
import dev.farminglabs.sample.storage.FastState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values by namespace and key. An entry past its time is not there. Thread-safe. */
@Component
public class CacheStore {

    /** What is cached, and until when; for ever when null. */
    public record Cached(
            Map<String, Object> value, @Nullable Instant expiresAt) {}

    private final OrmClient<FastState> fast;

    CacheStore(OrmClient<FastState> fast) {
        this.fast = fast;
    }

    /** Puts the value, whether there is one or not. */
    public Upsert.Outcome put(String namespace, String key, Cached input) {
        return fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is(namespace, key))
                .upsert(u -> u.create(input)
                        .update(
                                CACHE_ENTRY.value.set(input.value()),
                                CACHE_ENTRY.expiresAt.setOrNull(input.expiresAt())));
    }

    /** Forgets the value; without effect where there is none. */
    public void evict(String namespace, String key) {
        fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is(namespace, key))
                .delete();
    }

    /** The value, unless there is none or its time is over. */
    public Optional<Cached> find(String namespace, String key) {
        return fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is(namespace, key))
                .findUnique(Cached.class);
    }
}
