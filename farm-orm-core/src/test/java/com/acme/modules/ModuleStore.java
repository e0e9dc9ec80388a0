package com.acme.modules;

import static com.acme.modules.ModuleSchema.AUDIT_LOG;
import static com.acme.modules.ModuleSchema.CACHE_ENTRY;
import static com.acme.modules.ModuleSchema.FRAMEWORK_STATE;
import static com.acme.modules.ModuleSchema.KV_ITEM;
import static com.acme.modules.ModuleSchema.OBSERVABILITY_SNAPSHOT;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

public class ModuleStore {

    public record StateView(String id, String scope, Map<String, Object> state, Instant updatedAt) {}

    public record NewCacheEntry(
            String namespace,
            String key,
            Map<String, Object> value,
            @Nullable Instant expiresAt) {}

    public record NewKvItem(String namespace, String key, Map<String, Object> value) {}

    public record NewAuditLog(
            String scope, String action, @Nullable String actorId, Map<String, Object> payload) {}

    public record NewSnapshot(String scope, String kind, Map<String, Object> snapshot) {}

    private final OrmClient<ModuleSchema> orm;

    public ModuleStore(OrmClient<ModuleSchema> orm) {
        this.orm = orm;
    }

    public Optional<StateView> getFrameworkState(String scope) {
        return orm.model(FRAMEWORK_STATE).where(FRAMEWORK_STATE.scope.eq(scope)).findUnique(StateView.class);
    }

    public void putCacheEntry(NewCacheEntry input) {
        orm.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is(input.namespace(), input.key()))
                .upsert(u -> u.create(input)
                        .update(
                                CACHE_ENTRY.value.set(input.value()),
                                CACHE_ENTRY.expiresAt.setOrNull(input.expiresAt())));
    }

    public void putKvItem(NewKvItem input) {
        orm.model(KV_ITEM)
                .where(KV_ITEM.namespaceKey.is(input.namespace(), input.key()))
                .upsert(u -> u.create(input).update(KV_ITEM.value.set(input.value())));
    }

    public void appendAuditLog(NewAuditLog input) {
        orm.model(AUDIT_LOG).create(input);
    }

    public void recordObservabilitySnapshot(NewSnapshot input) {
        orm.model(OBSERVABILITY_SNAPSHOT)
                .where(OBSERVABILITY_SNAPSHOT.scopeKind.is(input.scope(), input.kind()))
                .upsert(u -> u.create(input).update(OBSERVABILITY_SNAPSHOT.snapshot.set(input.snapshot())));
    }

    /** errors.ts */
    public void addKvItem(NewKvItem input) {
        try {
            orm.model(KV_ITEM).create(input);
        } catch (DuplicateKeyException e) {
            if (OrmError.in(e)
                    .filter(error -> error.violates(KV_ITEM.namespaceKey))
                    .isPresent()) {
                throw new IllegalStateException("The framework key already exists.", e);
            }
            throw e;
        }
    }
}
