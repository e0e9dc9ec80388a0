package dev.farminglabs.benchmarks.mongo;

import dev.farminglabs.benchmarks.mongo.Work.Card;
import dev.farminglabs.benchmarks.mongo.Work.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Persistable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.CrudRepository;

/** The collections as documents of Spring Data MongoDB, and their repositories. */
final class Documents {

    /** An account. */
    @Document("accounts")
    record Account(
            @Id String id,
            String email,
            String name,
            String cohort,
            @Field("created_at") Instant createdAt) {}

    /** A visit. It is new until it is stored, or every creation would look whether it is. */
    @Document("visits")
    record Visit(
            @Id String id,
            String path,
            String visitor,
            @Field("created_at") Instant createdAt) implements Persistable<String> {
        @Override
        public String getId() {
            return id;
        }

        @Override
        public boolean isNew() {
            return true;
        }
    }

    /** A team. */
    @Document("teams")
    record Team(@Id String id, String slug, String name, String plan) {}

    /** A member. */
    @Document("members")
    record Member(
            @Id String id,
            @Field("team_id") String teamId,
            @Field("account_id") String accountId,
            String role,
            int rank) {}

    /** An invoice. */
    @Document("invoices")
    record Invoice(@Id String id, @Field("team_id") String teamId, String number, String status) {}

    /** What is left for somebody. */
    @Document("quotas")
    record Quota(@Id String id, String holder, int remaining) {}

    /** A cached value. */
    @Document("cache_entries")
    record CacheEntry(
            @Id String id,
            String key,
            Map<String, Object> value,
            @Field("updated_at") Instant updatedAt) {}

    /** Accounts. */
    interface Accounts extends CrudRepository<Account, String> {
        @Query("{_id: ?0}")
        @Update("{$set: {name: ?1}}")
        long rename(String id, String name);

        List<Person> findByCohortOrderByEmail(String cohort);

        List<Account> findByIdIn(Collection<String> ids);
    }

    /** Visits. */
    interface Visits extends CrudRepository<Visit, String> {
        @Query(value = "{_id: ?0}", delete = true)
        long remove(String id);
    }

    /** Teams. */
    interface TeamsOf extends CrudRepository<Team, String> {
        Optional<Card> findCardBySlug(String slug);

        Optional<Team> findBySlug(String slug);
    }

    /** Members. */
    interface Members extends CrudRepository<Member, String> {
        List<Member> findByTeamIdOrderByRank(String teamId);
    }

    /** Invoices. */
    interface Invoices extends CrudRepository<Invoice, String> {
        List<Invoice> findByTeamIdOrderByNumber(String teamId);
    }

    /** Quotas. */
    interface Quotas extends CrudRepository<Quota, String> {
        @Query("{holder: ?0, remaining: {$gt: 0}}")
        @Update("{$inc: {remaining: -1}}")
        long take(String holder);
    }

    /** Cached values. */
    interface Cache extends CrudRepository<CacheEntry, String> {
        @Query("{key: ?0}")
        @Update("{$set: {value: ?1, updated_at: ?2}}")
        long replace(String key, Map<String, Object> value, Instant updatedAt);
    }

    private Documents() {}
}
