package dev.farminglabs.benchmarks.sql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work, as one library does it. Thread-safe. */
interface Work extends AutoCloseable {

    /** A workspace by its slug: four columns of one row. */
    Optional<Card> findUnique(String slug);

    /** A workspace by its slug, with its 20 members, their users, and its 3 subscriptions. */
    Optional<Dashboard> dashboard(String slug);

    /** The same of the 50 workspaces of a region, ordered by slug. */
    List<Dashboard> dashboards(String region);

    /** Creates or replaces the value of a two-column key. */
    void upsert(Cached entry);

    /** The 100 users of a cohort, ordered by e-mail address. */
    List<Person> findMany(String cohort);

    /** Creates one record with a JSON value. */
    void create(NewEvent event);

    /** Creates all of them or none. */
    void createMany(List<NewEvent> events);

    /** Creates a user, a workspace and a membership, all or none. */
    void transaction(Onboarding onboarding);

    @Override
    default void close() {}

    /** A workspace. */
    record Card(String id, String slug, String name, String plan) {}

    /** A workspace and what belongs to it; members the oldest first, subscriptions the newest first. */
    record Dashboard(
            String id, String slug, String name, String plan, List<Member> memberships, List<Billing> subscriptions) {}

    /** A person's role. */
    record Member(String role, Contact user) {}

    /** A person in a list of members. */
    record Contact(String id, String email, String name) {}

    /** What a workspace pays for. */
    record Billing(String customer, String status) {}

    /** A person. */
    record Person(String id, String email, String name, Instant createdAt) {}

    /** What is to be cached. */
    record Cached(String namespace, String key, Map<String, Object> value) {}

    /** What was done. */
    record NewEvent(String source, String action, Map<String, Object> payload) {}

    /** A new user with a new workspace. */
    record Onboarding(String email, String name, String slug) {}
}
