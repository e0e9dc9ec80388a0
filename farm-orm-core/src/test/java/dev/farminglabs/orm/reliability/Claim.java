package dev.farminglabs.orm.reliability;

import java.util.List;

/**
 * What is claimed, and on which stores a whole run measures it. Tests take down figures about these alone, so that the page can
 * name those that are missing.
 */
public enum Claim {
    PLANTED_BUGS(
            Topic.KIT,
            "a planted bug in a driver is caught by the named test of the kit",
            List.of(MeasuredStore.PLANTED)),
    NO_BUG(Topic.KIT, "the same tests pass on the same driver without a bug", List.of(MeasuredStore.PLANTED)),

    ANSWERS(
            Topic.PROGRAMS,
            "every answer, error code and all content as the reference model says",
            MeasuredStore.PROGRAMS),
    IDENTITIES(Topic.PROGRAMS, "filter identities hold of every condition", MeasuredStore.PROGRAMS),
    SHAPES(
            Topic.PROGRAMS,
            "what is sent for calls that differ in values differs in their places alone",
            MeasuredStore.SENT),

    WRITE_CUT_BEFORE_SEND(
            Topic.FAULTS, "a write cut before it is sent: OUTCOME_UNKNOWN, happened 0 times", MeasuredStore.SERVERS),
    WRITE_CUT_AFTER_SEND(
            Topic.FAULTS, "a write cut after it was done: OUTCOME_UNKNOWN, happened 1 time", MeasuredStore.SERVERS),
    WRITE_CUT_MID_REPLY(
            Topic.FAULTS, "a write cut within its answer: OUTCOME_UNKNOWN, happened 1 time", MeasuredStore.SERVERS),
    READ_CUT(Topic.FAULTS, "a read that is cut is answered, or SAFE to repeat", MeasuredStore.SERVERS),
    WRITE_INTO_SILENCE(
            Topic.FAULTS,
            "a write into a half-open connection ends in time, and what is said of it is true",
            MeasuredStore.SERVERS),
    READ_INTO_SILENCE(
            Topic.FAULTS, "a read into a half-open connection ends in time, SAFE to repeat", MeasuredStore.SERVERS),
    LATE_ANSWER(Topic.FAULTS, "an answer that comes late is an answer, or what is said is true", MeasuredStore.SERVERS),
    SLICES(Topic.FAULTS, "an answer that comes byte by byte is an answer", MeasuredStore.SERVERS),
    CUT_WHILE_IDLE(
            Topic.FAULTS, "connections cut while idle: what is said of the next write is true", MeasuredStore.SERVERS),
    REFUSAL(
            Topic.FAULTS,
            "a server that refuses connections has done nothing, now and after it is back",
            MeasuredStore.SERVERS),
    NEVER_THERE(Topic.FAULTS, "a server that was never there: SAFE", MeasuredStore.SERVERS),
    KILLED(
            Topic.FAULTS,
            "server killed with kill -9 and restarted: nothing that was confirmed is missing",
            MeasuredStore.SERVERS),
    POOL_EXHAUSTED(Topic.FAULTS, "pool without a free connection: SAFE, nothing sent", MeasuredStore.POOLS),
    NO_LEAK(
            Topic.FAULTS,
            "after each of these the next call works, and no connection has leaked",
            MeasuredStore.SERVERS),

    COMMIT_CUT(Topic.FAULTS, "COMMIT that is cut: OUTCOME_UNKNOWN, all or nothing is there", MeasuredStore.DATABASES),
    COMMIT_CUT_SPRING(Topic.FAULTS, "the same with the transaction manager of Spring Boot", MeasuredStore.DATABASES),
    WRITE_CUT_INSIDE(Topic.FAULTS, "a write cut inside a transaction: SAFE, nothing is there", MeasuredStore.DATABASES),
    READ_CUT_INSIDE(Topic.FAULTS, "a read cut inside a transaction: SAFE", MeasuredStore.DATABASES),
    REST_OF_A_LOST_TRANSACTION(
            Topic.FAULTS,
            "the rest of a transaction that lost its connection: CONNECTION_FAILED, SAFE",
            MeasuredStore.DATABASES),
    TRANSACTION_INTO_SILENCE(
            Topic.FAULTS, "a transaction into a half-open connection ends in time, SAFE", MeasuredStore.DATABASES),
    KILLED_INSIDE(
            Topic.FAULTS,
            "server killed with kill -9 inside a transaction: SAFE, nothing is there",
            MeasuredStore.DATABASES),

    TEN_THOUSAND_RECORDS(Topic.LIMITS, "10,000 records in one createMany are there", MeasuredStore.EVERY),
    LONG_LIST(
            Topic.LIMITS,
            "a condition with a list of 60,000 values finds and removes each and no other",
            MeasuredStore.EVERY),
    LONGER_LIST(
            Topic.LIMITS,
            "a condition with a list of 100,000 values is answered, or refused as too large",
            MeasuredStore.EVERY),
    LARGE_TEXT(Topic.LIMITS, "a large text comes back, or is refused as too large", MeasuredStore.EVERY),
    DEEP_JSON(Topic.LIMITS, "JSON 10,000 deep comes back, or is refused", MeasuredStore.EVERY),
    HOSTILE_TEXT(
            Topic.LIMITS,
            "the hostile dictionary as value, key, JSON, id, cursor, tenant, name: the same back, or refused by type",
            MeasuredStore.EVERY),

    UPSERTS(Topic.RACES, "64 threads upsert one key: one record, every upsert counted, no error", MeasuredStore.EVERY),
    EMPTY_UPSERTS(
            Topic.RACES,
            "64 threads upsert one key with an empty update half: all get the same record",
            MeasuredStore.EVERY),
    INCREMENTS(Topic.RACES, "16 threads add one 50 times: increments are exact", MeasuredStore.EVERY),
    GUARDED_DECREMENT(
            Topic.RACES,
            "64 threads take one of 20 guarded by a condition: exactly the limit is granted",
            MeasuredStore.EVERY),
    CREATORS(
            Topic.RACES,
            "of 64 creators of one unique key one wins, the others are told which key",
            MeasuredStore.EVERY),
    CREATE_IF_ABSENT(Topic.RACES, "createIfAbsent from 64 threads is true once", MeasuredStore.EVERY),
    RATE_LIMITER(
            Topic.RACES,
            "64 threads upsert a window of 10 with a condition, twice: exactly the limit is granted each time",
            MeasuredStore.EVERY),
    FASTER_WRITER(Topic.RACES, "64 threads change one version of a record: one wins", MeasuredStore.EVERY),
    PUSHES(
            Topic.RACES,
            "8 threads push one schema: at most one adds something, no error, no drift",
            MeasuredStore.EVERY),

    SILENCE(
            Topic.SECRETS,
            "200 values in data, conditions and tenants are in no message, log line or toString",
            MeasuredStore.EVERY),
    CONFIGURATION(
            Topic.SECRETS,
            "passwords, users and addresses of a store that cannot be reached or refuses are in no message or log line",
            List.of(MeasuredStore.CONFIGURATION)),
    ENDPOINTS(
            Topic.SECRETS,
            "200 values and the store's password are in no endpoint, metric, observation or log line",
            List.of(MeasuredStore.SPRING_BOOT)),

    ROLLBACK(
            Topic.TRANSACTIONS,
            "an exception after random calls in a transaction leaves the content as it was",
            MeasuredStore.TRANSACTIONS);

    private static final class Topic {
        static final String KIT = "Contract kit";
        static final String PROGRAMS = "Random programs";
        static final String FAULTS = "Faults";
        static final String LIMITS = "Limits";
        static final String RACES = "Races";
        static final String SECRETS = "Secrets";
        static final String TRANSACTIONS = "Transactions";
    }

    private final String topic;
    private final String words;
    private final List<MeasuredStore> stores;

    Claim(String topic, String words, List<MeasuredStore> stores) {
        this.topic = topic;
        this.words = words;
        this.stores = stores;
    }

    /** The section of the page. */
    String topic() {
        return topic;
    }

    /** Where a whole run measures it. */
    List<MeasuredStore> stores() {
        return stores;
    }

    /** What is claimed. */
    @Override
    public String toString() {
        return words;
    }
}
