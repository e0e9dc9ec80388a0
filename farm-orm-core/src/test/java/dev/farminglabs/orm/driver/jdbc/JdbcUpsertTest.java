package dev.farminglabs.orm.driver.jdbc;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class JdbcUpsertTest extends JdbcChecks {

    private static final ModelDefinition BUCKET = model("bucket");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private enum When {
        ALWAYS,
        NEVER,
        BELOW_THREE
    }

    /** What an upsert of one test does; every value has its usual meaning unless said otherwise. */
    private record Hit(
            String id,
            boolean byId,
            When when,
            boolean changes,
            boolean expires,
            boolean returning,
            @Nullable String alias) {

        static final Hit USUAL = new Hit("", false, When.ALWAYS, true, false, false, null);

        Hit id(String newId) {
            return new Hit(newId, byId, when, changes, expires, returning, alias);
        }

        Hit byKeyOfId() {
            return new Hit(id, true, when, changes, expires, returning, alias);
        }

        Hit when(When newWhen) {
            return new Hit(id, byId, newWhen, changes, expires, returning, alias);
        }

        Hit withoutChanges() {
            return new Hit(id, byId, when, false, expires, returning, alias);
        }

        Hit expiring() {
            return new Hit(id, byId, when, changes, true, returning, alias);
        }

        Hit returningAll() {
            return new Hit(id, byId, when, changes, expires, true, alias);
        }

        Hit alias(String newAlias) {
            return new Hit(id, byId, when, changes, expires, returning, newAlias);
        }
    }

    JdbcUpsertTest(Database database) {
        super(database);
    }

    private Written hit(Hit hit) {
        Operation op = on("bucket");
        String id = hit.id.isEmpty() ? UUID.randomUUID().toString() : hit.id;
        List<Setting> create = op.settings(
                "id", id, "scope", "login", "subject", "ann", "hits", 1, "alias", hit.alias, "expiresAt", LATER);
        List<Change> changes = hit.changes ? List.of(op.add("hits", 1)) : List.of();
        Predicate when = switch (hit.when) {
            case ALWAYS -> Predicate.every();
            case NEVER -> Predicate.none();
            case BELOW_THREE -> op.compare("hits", Comparison.LESS, 3);
        };
        Predicate expired = hit.expires ? op.compare("expiresAt", Comparison.LESS_OR_EQUAL, NOW) : null;
        UniqueDefinition key = hit.byId ? op.key("id") : op.key("scope", "subject");
        Write.Upsert upsert = new Write.Upsert(
                BUCKET,
                key,
                create,
                changes,
                when,
                expired,
                hit.returning ? op.fields("id", "hits", "expiresAt") : List.of());
        return session.write(upsert, op.arguments());
    }

    private void stored(String id, int hits, Instant expiresAt) {
        create("bucket", "id", id, "scope", "login", "subject", "ann", "hits", hits, "expiresAt", expiresAt);
    }

    private static Written quiet(Outcome outcome) {
        return new Written(outcome, outcome == Outcome.NOTHING ? 0 : 1, List.of());
    }

    @Test
    void absentIsCreatedAndPresentIsChanged() {
        assertThat(hit(Hit.USUAL)).isEqualTo(quiet(Outcome.CREATED));
        assertThat(hit(Hit.USUAL)).isEqualTo(quiet(Outcome.UPDATED));
        Written written = hit(Hit.USUAL.returningAll());
        assertThat(written.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(written.rows().get(0)[1]).isEqualTo(3);
        assertThat(all("bucket", "hits")).containsExactly(3);
    }

    @Test
    void theSameIdInCreateDoesNotMakeAChangeLookLikeACreate() {
        for (Hit hit : List.of(
                Hit.USUAL.id("1"),
                Hit.USUAL.id("1").byKeyOfId(),
                Hit.USUAL.id("1").expiring())) {
            assertThat(hit(hit).outcome()).isIn(Outcome.CREATED, Outcome.UPDATED);
            assertThat(hit(hit)).isEqualTo(quiet(Outcome.UPDATED));
            assertThat(hit(hit.byKeyOfId().expiring())).isEqualTo(quiet(Outcome.UPDATED));
        }
    }

    @Test
    void aConditionStandsAgainstAChange() {
        Hit guarded = Hit.USUAL.when(When.BELOW_THREE);
        assertThat(IntStream.range(0, 5).mapToObj(i -> hit(guarded).outcome()).toList())
                .containsExactly(Outcome.CREATED, Outcome.UPDATED, Outcome.UPDATED, Outcome.NOTHING, Outcome.NOTHING);
        assertThat(hit(guarded.returningAll())).isEqualTo(Written.NOTHING);
        assertThat(hit(guarded.expiring())).isEqualTo(Written.NOTHING);
        assertThat(all("bucket", "hits")).containsExactly(3);
    }

    @Test
    void withoutChangesAPresentRecordIsLeftAndGivenBack() {
        Hit empty = Hit.USUAL.withoutChanges();
        assertThat(hit(empty.id("1"))).isEqualTo(quiet(Outcome.CREATED));
        assertThat(hit(empty)).isEqualTo(quiet(Outcome.UPDATED));
        assertThat(hit(empty.expiring())).isEqualTo(quiet(Outcome.UPDATED));
        assertThat(hit(empty.when(When.BELOW_THREE))).isEqualTo(quiet(Outcome.UPDATED));
        assertThat(hit(empty.when(When.NEVER))).isEqualTo(Written.NOTHING);
        assertThat(hit(empty.when(When.NEVER).returningAll())).isEqualTo(Written.NOTHING);
        for (Hit returning : List.of(empty.returningAll(), empty.returningAll().expiring())) {
            Written written = hit(returning);
            assertThat(written.outcome()).isEqualTo(Outcome.UPDATED);
            assertThat(lists(written.rows())).containsExactly(asList("1", 1, LATER));
        }
        hit(Hit.USUAL);
        hit(Hit.USUAL);
        assertThat(hit(empty.when(When.BELOW_THREE))).isEqualTo(Written.NOTHING);
        assertThat(hit(empty.when(When.BELOW_THREE).expiring())).isEqualTo(Written.NOTHING);
    }

    @Test
    void anExpiredRecordIsReplacedAsIfItHadBeenAbsent() {
        for (Hit hit : List.of(
                Hit.USUAL.expiring(),
                Hit.USUAL.expiring().when(When.BELOW_THREE),
                Hit.USUAL.expiring().when(When.NEVER),
                Hit.USUAL.expiring().withoutChanges(),
                Hit.USUAL.expiring().withoutChanges().when(When.NEVER))) {
            stored("old", 7, NOW);
            assertThat(hit(hit.id("new"))).as(hit.toString()).isEqualTo(quiet(Outcome.CREATED));
            assertThat(all("bucket", "id")).containsExactly("new");
            assertThat(all("bucket", "hits")).containsExactly(1);
            assertThat(all("bucket", "expiresAt")).containsExactly(LATER);
            Operation op = on("bucket");
            session.write(new Write.Delete(BUCKET, Predicate.every()), op.arguments());
        }
        stored("old", 7, NOW);
        Written written = hit(Hit.USUAL.expiring().returningAll().id("new"));
        assertThat(written.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(lists(written.rows())).containsExactly(asList("new", 1, LATER));
    }

    @Test
    void anExpiredRecordFoundByItsIdIsReplacedToo() {
        stored("1", 7, NOW);
        Hit byId = Hit.USUAL.id("1").byKeyOfId().expiring();
        assertThat(hit(byId)).isEqualTo(quiet(Outcome.CREATED));
        assertThat(hit(byId)).isEqualTo(quiet(Outcome.UPDATED));
        assertThat(all("bucket", "hits")).containsExactly(2);
    }

    @Test
    void aCollisionOnAnotherKeyChangesNothing() {
        create("bucket", "id", "x", "scope", "s", "subject", "t", "hits", 1, "alias", "taken", "expiresAt", LATER);
        for (Hit hit :
                List.of(Hit.USUAL.alias("taken"), Hit.USUAL.alias("taken").withoutChanges())) {
            Throwable thrown = catchThrowable(() -> hit(hit));
            assertThat(thrown).isInstanceOf(OrmError.class);
            assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
            assertThat(((OrmError) thrown).fields()).containsExactly("alias");
        }
        assertThat(all("bucket", "id")).containsExactly("x");
    }

    @Test
    void sixtyFourAtOnceCreateOneRecordAndLoseNoHit() throws Exception {
        List<Outcome> outcomes = race(Hit.USUAL);
        assertThat(outcomes).filteredOn(Outcome.CREATED::equals).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.UPDATED::equals).hasSize(127);
        assertThat(all("bucket", "hits")).containsExactly(128);
    }

    @Test
    void sixtyFourAtOnceWithoutChanges() throws Exception {
        List<Outcome> outcomes = race(Hit.USUAL.withoutChanges().returningAll());
        assertThat(outcomes).filteredOn(Outcome.CREATED::equals).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.UPDATED::equals).hasSize(127);
    }

    @Test
    void sixtyFourAtOnceReplaceAnExpiredRecordOnceAndKeepTheLimit() throws Exception {
        stored("old", 7, NOW);
        List<Outcome> outcomes = race(Hit.USUAL.expiring().when(When.BELOW_THREE));
        assertThat(outcomes).filteredOn(Outcome.CREATED::equals).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.UPDATED::equals).hasSize(2);
        assertThat(outcomes).filteredOn(Outcome.NOTHING::equals).hasSize(125);
        assertThat(all("bucket", "hits")).containsExactly(3);
    }

    private List<Outcome> race(Hit hit) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        CountDownLatch start = new CountDownLatch(1);
        ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        try {
            List<? extends Future<?>> futures = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        outcomes.add(hit(hit).outcome());
                        outcomes.add(hit(hit).outcome());
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            threads.shutdown();
        }
        return List.copyOf(outcomes);
    }
}
