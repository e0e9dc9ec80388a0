package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Models that use all a schema can say: every kind, every default, cycles, and names that want to be more than names. */
final class Everything {

    static final String HOSTILE = "we\"ird'; drop table x; -- \\ \u00e9\ud83d\ude00 ? :a {fn now()} /* $$";

    enum Plan {
        FREE("fr'ee"),
        PRO("pr\\o \u00e9\ud83d\ude00"),
        TEAM("team, (a)");

        final String code;

        Plan(String code) {
            this.code = code;
        }
    }

    enum Single {
        ONLY
    }

    static final class Account extends Model<Account> {
        public final IdSpec<String> id = id();
        public final StringSpec email = string().unique().describe("It's the \"login\"; unique \\ \u00e9");
        public final StringSpec nick = string().length(20).uniqueIfPresent().nullable();
        public final StringSpec text = string().defaultTo(HOSTILE);
        public final StringSpec short_ = string().length(200).defaultTo("a'b").column("short");
        public final StringSpec empty = string().defaultTo("");
        public final NumberSpec<Integer> count = integer().defaultTo(-5);
        public final NumberSpec<Integer> least = integer().defaultTo(Integer.MIN_VALUE);
        public final NumberSpec<Long> big = bigint().defaultTo(Long.MIN_VALUE);
        public final NumberSpec<Long> large = bigint().defaultTo(Long.MAX_VALUE);
        public final NumberSpec<BigDecimal> amount = decimal().defaultTo(new BigDecimal("-9.50"));
        public final NumberSpec<BigDecimal> price = decimal(5, 0).defaultTo(new BigDecimal("1E+3"));
        public final BooleanSpec active = bool().defaultTo(true);
        public final BooleanSpec hidden = bool().defaultTo(false).nullable();
        public final DateTimeSpec createdAt = datetime().defaultNow();
        public final DateTimeSpec changedAt = datetime().defaultNow().onUpdateNow();
        public final DateTimeSpec since = datetime().defaultTo(Instant.parse("1969-12-31T23:59:59.123456Z"));
        public final EnumSpec<Plan> plan =
                enumeration(Plan.class, plan -> plan.code).defaultTo(Plan.PRO);
        public final EnumSpec<Single> single = enumeration(Single.class).nullable();
        public final JsonSpec<Map<String, Object>> settings = json().defaultTo(Map.of("a", 1));
        public final JsonSpec<Map<String, Object>> extra = json().nullable();
        public final DateTimeSpec deletedAt = softDelete();
        public final NumberSpec<Long> version = version();
        public final StringSpec tenantId = string().tenant();
        public final StringSpec homeId =
                string().nullable().references(() -> TEAM.id).onDelete(OnDelete.SET_NULL);

        {
            index(tenantId, createdAt);
            index(count);
            index(nick, text);
        }
    }

    static final class Team extends Model<Team> {
        public final IdSpec<String> id = id();
        public final StringSpec parentId =
                string().nullable().references(() -> TEAM.id).onDelete(OnDelete.SET_NULL);
        public final StringSpec ownerEmail =
                string().references(() -> ACCOUNT.email).onDelete(OnDelete.CASCADE);
        public final DateTimeSpec expiresAt = datetime().expires();
        public final Unique2<String, String> ownerAndParent = uniqueIfPresent(ownerEmail, parentId);
    }

    static final class Counter extends Model<Counter> {
        Counter() {
            super("select");
        }

        public final IdSpec<Long> id = numericId();
        public final NumberSpec<Integer> order = integer().column("order");
        public final StringSpec hostile =
                string().column(HOSTILE).defaultTo("x").describe(HOSTILE);
        public final EnumSpec<Plan> user = enumeration(Plan.class).column("user's \"own\"");
        public final Unique2<Integer, String> both = unique(order, hostile);
    }

    static final class Hostile extends Model<Hostile> {
        Hostile() {
            super(HOSTILE);
        }

        public final IdSpec<String> id = id();
        public final NumberSpec<Long> counterId = bigint().references(() -> COUNTER.id);
        public final StringSpec next =
                string().nullable().references(() -> HOSTILE_MODEL.id).onDelete(OnDelete.CASCADE);
    }

    static final Account ACCOUNT = new Account();
    static final Team TEAM = new Team();
    static final Counter COUNTER = new Counter();
    static final Hostile HOSTILE_MODEL = new Hostile();

    static final Schema SCHEMA = Schema.of("everything", HOSTILE_MODEL, ACCOUNT, TEAM, COUNTER);

    private Everything() {}
}
