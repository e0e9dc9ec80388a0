package dev.farminglabs.benchmarks.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work, as one library does it. Thread-safe. */
interface Work {

    /** Creates one visit; its id and time are made by the library or the code. */
    void create(NewVisit visit);

    /** Gives the account with that id another name; whether it was there. */
    boolean update(String id, String name);

    /** Takes one from what is left of a quota, unless nothing is left; whether it did. */
    boolean guardedUpdate(String holder);

    /** Creates or replaces a cached value. */
    void upsert(Cached entry);

    /** Removes the visit with that id; whether it was there. */
    boolean delete(String id);

    /** A team by its slug: four fields of one record. */
    Optional<Card> findUnique(String slug);

    /** The 100 accounts of a cohort, ordered by e-mail address. */
    List<Person> findMany(String cohort);

    /** A team by its slug, with its 20 members, their accounts, and its 3 invoices. */
    Optional<Dashboard> dashboard(String slug);

    /** A visit to be noted. */
    record NewVisit(String path, String visitor) {}

    /** What is to be cached. */
    record Cached(String key, Map<String, Object> value, Instant updatedAt) {}

    /** A team. */
    record Card(String id, String slug, String name, String plan) {}

    /** An account in a list. */
    record Person(String id, String email, String name, Instant createdAt) {}

    /** A team and what belongs to it; members by rank, invoices by number. */
    record Dashboard(String id, String slug, String name, List<Membership> members, List<Billing> invoices) {}

    /** An account's role. */
    record Membership(String role, Contact account) {}

    /** An account in a list of members. */
    record Contact(String id, String email, String name) {}

    /** What a team has to pay. */
    record Billing(String number, String status) {}
}
