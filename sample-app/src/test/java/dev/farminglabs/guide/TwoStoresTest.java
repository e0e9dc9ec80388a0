package dev.farminglabs.guide;

import static dev.farminglabs.sample.storage.ControlPlane.USER;
import static dev.farminglabs.sample.storage.FastState.CACHE_ENTRY;
import static dev.farminglabs.sample.storage.FastState.SESSION_STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.FastState;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The code of docs/two-stores.md: H2 for what lasts, and for what does not a store of its own. */
class TwoStoresTest {

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .build();
    private final OrmClient<ControlPlane> durable = FarmOrm.bootstrap(new ControlPlane(), database);
    private final OrmClient<FastState> fast = FarmOrm.inMemory(new FastState());

    @AfterEach
    void close() {
        database.shutdown();
    }

    @Test
    void theOtherStoreKeepsWhatWasWritten() {
        assertThatIllegalStateException().isThrownBy(this::failLate);

        assertThat(durable.model(USER).exists()).isFalse(); // rolled back
        assertThat(fast.model(CACHE_ENTRY).exists()).isTrue(); // still there
    }

    private void failLate() {
        durable.transaction(tx -> {
            tx.model(USER).create(USER.email.set("ada@acme.example"), USER.name.set("Ada"));
            fast.model(CACHE_ENTRY).create(greeting()); // another store: takes effect at once
            throw new IllegalStateException("too late");
        });
    }

    record Greeting(String namespace, String key, Map<String, Object> value) {}

    private static Greeting greeting() {
        return new Greeting("greeting", "ada@acme.example", Map.of("text", "Hello"));
    }

    @Test
    void whatLastsComesFirst() {
        signUp("ada@acme.example", "token");

        assertThat(fast.model(SESSION_STATE)
                        .where(SESSION_STATE.sessionToken.eq("token"))
                        .exists())
                .isTrue();
    }

    void signUp(String email, String token) {
        String user = durable.model(USER)
                .create(USER.email.set(email), USER.name.set("Ada"))
                .get(USER.id);
        // From here on she is signed up. Without a session she signs in again, and nothing is lost.
        fast.model(SESSION_STATE)
                .create(
                        SESSION_STATE.sessionToken.set(token),
                        SESSION_STATE.userId.set(user),
                        SESSION_STATE.state.set(Map.of()),
                        SESSION_STATE.expiresAt.set(Instant.now().plusSeconds(3600)));
    }

    @Test
    void theCacheIsClearedAfterTheCommit() {
        fast.model(CACHE_ENTRY).create(greeting());
        rename("ada@acme.example", "Ada King");

        assertThat(fast.model(CACHE_ENTRY).exists()).isFalse();
    }

    void rename(String email, String name) {
        durable.transaction(tx -> {
            tx.model(USER)
                    .where(USER.email.eq(email))
                    .upsert(u -> u.create(USER.name.set(name)).update(USER.name.set(name)));
            afterCommit(() -> fast.model(CACHE_ENTRY)
                    .where(CACHE_ENTRY.namespaceKey.is("greeting", email))
                    .delete());
            return null;
        });
    }

    static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    @Test
    void twoSchemasInOneStoreAreOneTransaction() {
        OrmClient<FastState> beside = FarmOrm.bootstrap(new FastState(), database);
        assertThat(handle(beside, "message-1")).isTrue();
        assertThat(handle(beside, "message-1")).isFalse();

        assertThat(durable.model(USER).count()).isEqualTo(1);
    }

    boolean handle(OrmClient<FastState> beside, String message) {
        return durable.transaction(tx -> {
            boolean first = beside.model(CACHE_ENTRY)
                    .where(CACHE_ENTRY.namespaceKey.is("inbox", message))
                    .createIfAbsent(CACHE_ENTRY.value.set(Map.of()));
            if (first) {
                tx.model(USER).create(USER.email.set(message + "@acme.example"), USER.name.set("From a message"));
            }
            return first;
        });
    }
}
