package dev.farminglabs.orm.driver.redis;

import static com.acme.platform.FastState.CACHE_ENTRY;
import static com.acme.platform.FastState.RATE_LIMIT_BUCKET;
import static com.acme.platform.FastState.SESSION_STATE;
import static dev.farminglabs.orm.driver.redis.Shop.ORDER;
import static dev.farminglabs.orm.driver.redis.Shop.VOUCHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.platform.FastState;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each verb costs in commands, which are round trips, with a thousand other records there. */
class RedisBudgetTest {

    private static final Instant LATER = Instant.now().plus(1, ChronoUnit.HOURS);

    record NewSession(
            String sessionToken, String userId, String workspaceId, Map<String, Object> state, Instant expiresAt) {}

    record NewOrder(String number, String customer, int total, Instant expiresAt) {}

    record Whose(String userId) {}

    record Token(String id, String sessionToken) {}

    record Number(String number) {}

    private final RedisBench bench = new RedisBench();
    private final OrmClient<FastState> fast = bench.client(new FastState());
    private final OrmClient<Shop> shop = bench.client(new Shop());

    @BeforeEach
    void aThousandOthers() {
        fast.model(SESSION_STATE).createMany(sessions("other", 1000));
        shop.model(ORDER)
                .createMany(IntStream.range(0, 1000)
                        .mapToObj(i -> new NewOrder("n" + i, "c" + i / 100, i, LATER))
                        .toList());
        // what is sent once only: the texts of the scripts, and a look at what setups have written down of each model
        upsertSession("first");
        fast.model(RATE_LIMIT_BUCKET).where(RATE_LIMIT_BUCKET.id.eq("none")).findUnique();
        fast.model(CACHE_ENTRY).where(CACHE_ENTRY.id.eq("none")).findUnique();
        shop.model(ORDER).where(ORDER.customer.eq("c0")).findMany();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static List<NewSession> sessions(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new NewSession(name + i, "u", "w", Map.of("a", i), LATER))
                .toList();
    }

    private void upsertSession(String token) {
        fast.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq(token))
                .upsert(u -> u.create(
                                SESSION_STATE.userId.set("u"),
                                SESSION_STATE.workspaceId.set("w"),
                                SESSION_STATE.state.set(Map.of("a", 1)),
                                SESSION_STATE.expiresAt.set(LATER))
                        .update(SESSION_STATE.state.set(Map.of("a", 2)), SESSION_STATE.expiresAt.set(LATER)));
    }

    @Test
    void aSessionIsWrittenAndReadInOne() {
        for (int i = 0; i < 2; i++) {
            assertThat(bench.commands(() -> upsertSession("mine"))).containsExactly("EVALSHA");
        }
        assertThat(bench.commands(() -> assertThat(fast.model(SESSION_STATE)
                                .where(SESSION_STATE.sessionToken.eq("mine"))
                                .findUnique(Token.class))
                        .isPresent()))
                .containsExactly("HMGET");
        String id = fast.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq("mine"))
                .findUnique(Token.class)
                .orElseThrow()
                .id();
        assertThat(bench.commands(() -> assertThat(fast.model(SESSION_STATE)
                                .where(SESSION_STATE.id.eq(id))
                                .findUnique(Token.class))
                        .isPresent()))
                .as("the id leads to the same key")
                .containsExactly("HMGET");
        assertThat(bench.commands(() -> assertThat(fast.model(SESSION_STATE)
                                .where(SESSION_STATE.sessionToken.eq("mine"))
                                .delete())
                        .isTrue()))
                .containsExactly("EVALSHA");
    }

    @Test
    void valuesThatCreateAndChangeAlikeTravelOnce() {
        assertThat(putsSession(fast, "u1", LATER)).isEqualTo("u1");
        assertThat(putsSession(fast, "u2", LATER)).as("what only creates").isEqualTo("u1");
        Clock ahead = Clock.fixed(LATER.plusSeconds(1), ZoneOffset.UTC);
        OrmClient<FastState> later =
                FarmOrm.client(new FastState(), bench.driver).clock(ahead).connect();
        assertThat(putsSession(later, "u3", LATER.plusSeconds(60)))
                .as("past its time by the client's clock, not yet by the server's")
                .isEqualTo("u3");
    }

    /** Written by others, say, or before there were versions. */
    @Test
    void aRecordWithoutAVersionIsChangedAndGetsOne() {
        bench.writeHash("vouchers:v1", Map.of("id", "v1", "text", "theirs"));
        bench.writeHash("vouchers:v2", Map.of("id", "v2", "text", "theirs"));
        shop.model(VOUCHER).where(VOUCHER.id.eq("v1")).update(VOUCHER.text.set("ours"));
        shop.model(VOUCHER)
                .where(VOUCHER.id.eq("v2"))
                .upsert(u -> u.create(VOUCHER.text.set("ours")).update(VOUCHER.text.set("ours")));
        assertThat(shop.model(VOUCHER).findValues(VOUCHER.text)).containsExactly("ours", "ours");
    }

    /** Whose session it is then. */
    private String putsSession(OrmClient<FastState> client, String user, Instant until) {
        List<List<String>> sent = bench.sent(() -> client.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq("mine"))
                .upsert(u -> u.create(
                                SESSION_STATE.userId.set(user),
                                SESSION_STATE.workspaceId.set("a workspace"),
                                SESSION_STATE.state.set(Map.of("a", 1)),
                                SESSION_STATE.expiresAt.set(until))
                        .update(SESSION_STATE.workspaceId.set("a workspace"), SESSION_STATE.expiresAt.set(until))));
        assertThat(sent)
                .filteredOn(words -> words.get(0).startsWith("EVAL"))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words).containsOnlyOnce("a workspace"));
        return client.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq("mine"))
                .findUnique(Whose.class)
                .orElseThrow()
                .userId();
    }

    @Test
    void consumingIsOne() {
        for (int i = 0; i < 4; i++) {
            assertThat(bench.commands(() -> fast.model(RATE_LIMIT_BUCKET)
                            .where(RATE_LIMIT_BUCKET.bucket.is("scope", "somebody"))
                            .upsert(u -> u.create(
                                            RATE_LIMIT_BUCKET.remaining.set(2), RATE_LIMIT_BUCKET.resetAt.set(LATER))
                                    .update(RATE_LIMIT_BUCKET.remaining.decrement(1))
                                    .when(RATE_LIMIT_BUCKET.remaining.gt(0)))))
                    .containsExactly("EVALSHA");
        }
    }

    @Test
    void aCacheEntryIsOne() {
        for (int i = 0; i < 2; i++) {
            assertThat(bench.commands(() -> fast.model(CACHE_ENTRY)
                            .where(CACHE_ENTRY.namespaceKey.is("n", "k"))
                            .upsert(u -> u.create(CACHE_ENTRY.value.set(Map.of("v", 1)))
                                    .update(CACHE_ENTRY.value.set(Map.of("v", 2))))))
                    .containsExactly("EVALSHA");
        }
    }

    @Test
    void countingIsAtMostTwo() {
        assertThat(bench.commands(() -> assertThat(shop.model(ORDER).count()).isEqualTo(1000)))
                .containsExactly("ZCOUNT");
        assertThat(bench.commands(() -> assertThat(
                                shop.model(ORDER).where(ORDER.customer.eq("c1")).count())
                        .isEqualTo(100)))
                .containsExactly("ZCOUNT");
        assertThat(bench.trips(() -> assertThat(
                                shop.model(ORDER).where(ORDER.total.gte(990)).count())
                        .isEqualTo(10)))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void aListOfAHundredByIndexIsTwo() {
        assertThat(bench.trips(() -> assertThat(shop.model(ORDER)
                                .where(ORDER.customer.eq("c1"))
                                .orderBy(ORDER.number.asc())
                                .findMany(Number.class))
                        .hasSize(100)))
                .as("index, records")
                .isEqualTo(2);
        assertThat(bench.trips(() -> assertThat(shop.model(ORDER)
                                .where(ORDER.total.between(100, 199))
                                .findMany(Number.class))
                        .hasSize(100)))
                .isEqualTo(2);
    }

    @Test
    void aHundredAreCreatedInAtMostTwo() {
        assertThat(bench.trips(() -> fast.model(SESSION_STATE).createMany(sessions("mine", 100))))
                .isLessThanOrEqualTo(2);
        assertThat(bench.trips(() -> shop.model(ORDER)
                        .createMany(IntStream.range(0, 100)
                                .mapToObj(i -> new NewOrder("m" + i, "m", i, LATER))
                                .toList())))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void aBatchIsOne() {
        assertThat(bench.commands(() -> fast.batch(b -> {
                    for (int i = 0; i < 20; i++) {
                        b.model(CACHE_ENTRY)
                                .where(CACHE_ENTRY.namespaceKey.is("batch", "k" + i))
                                .upsert(u -> u.create(CACHE_ENTRY.value.set(Map.of("v", 1))));
                    }
                })))
                .containsExactly("EVALSHA");
        assertThat(fast.model(CACHE_ENTRY)
                        .where(CACHE_ENTRY.namespaceKey.is("batch", "k19"))
                        .findUnique())
                .isPresent();
    }

    @Test
    void aBatchKeepsItsOrderAroundWhatHasToBeComputed() {
        shop.model(ORDER).create(ORDER.number.set("b"), ORDER.customer.set("me"), ORDER.total.set(1));
        shop.batch(b -> {
            b.model(VOUCHER).create(VOUCHER.id.set("v"), VOUCHER.text.set("1"));
            b.model(ORDER)
                    .where(ORDER.number.eq("b"))
                    .upsert(u -> u.create(ORDER.customer.set("x"), ORDER.total.set(0))
                            .update(ORDER.customer.set("you"))
                            .when(ORDER.total.gt(5)));
            b.model(VOUCHER).where(VOUCHER.id.eq("v")).update(VOUCHER.text.set("2"));
            b.model(ORDER)
                    .where(ORDER.number.eq("b"))
                    .upsert(u -> u.create(ORDER.customer.set("x"), ORDER.total.set(0))
                            .when(ORDER.total.gt(5)));
            b.model(VOUCHER).where(VOUCHER.text.eq("2")).updateMany(VOUCHER.text.set("3"));
        });
        assertThat(shop.model(VOUCHER).findValues(VOUCHER.text)).containsExactly("3");
        assertThat(shop.model(ORDER).where(ORDER.number.eq("b")).findValues(ORDER.customer))
                .containsExactly("me");
    }

    /** Others point at it. */
    static final class Club extends Model<Club> {
        public final IdField<String> id = id();
        public final StringField name = string();
    }

    /** Goes with its club. */
    static final class Player extends Model<Player> {
        public final IdField<String> id = id();
        public final StringField clubId = string().references(() -> CLUB.id).onDelete(OnDelete.CASCADE);
    }

    private static final Club CLUB = new Club();
    private static final Player PLAYER = new Player();

    @Test
    void aDeleteLooksIntoEachReference() {
        OrmClient<Schema> clubs = bench.client(Schema.of("clubs", CLUB, PLAYER));
        for (String club : List.of("full", "empty")) {
            clubs.model(CLUB).create(CLUB.id.set(club), CLUB.name.set("n"));
        }
        for (String player : List.of("a", "b")) {
            clubs.model(PLAYER).create(PLAYER.id.set(player), PLAYER.clubId.set("full"));
        }
        assertThat(bench.commands(() -> assertThat(
                                clubs.model(CLUB).where(CLUB.id.eq("empty")).delete())
                        .isTrue()))
                .as("it, those that point at it, the delete")
                .containsExactly("HMGET", "ZRANGEBYSCORE", "EVALSHA");
        assertThat(bench.commands(() -> assertThat(
                                clubs.model(CLUB).where(CLUB.id.eq("full")).delete())
                        .isTrue()))
                .as("it, the index and records of those that point at it, their delete (two), the delete")
                .startsWith("HMGET", "ZRANGEBYSCORE")
                .endsWith("EVALSHA", "EVALSHA")
                .hasSize(8);
        assertThat(clubs.model(PLAYER).count()).isZero();
    }

    @Test
    void aCoLocatedRecordTakesFewToo() {
        assertThat(bench.commands(() -> shop.model(ORDER)
                        .create(ORDER.number.set("mine"), ORDER.customer.set("me"), ORDER.total.set(1))))
                .containsExactly("EVALSHA");
        assertThat(bench.commands(
                        () -> shop.model(ORDER).where(ORDER.number.eq("mine")).findUnique(Number.class)))
                .as("pointer, record")
                .hasSize(2);
    }
}
