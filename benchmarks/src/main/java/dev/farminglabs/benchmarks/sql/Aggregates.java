package dev.farminglabs.benchmarks.sql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.CrudRepository;

/** The tables as aggregates of Spring Data JDBC, and their repositories. */
final class Aggregates {

    /** A JSON value. */
    record Json(Map<String, Object> value) {}

    /** A person. */
    @Table("users")
    record User(@Id String id, String email, String name, String cohort, Instant createdAt) {}

    /** What people share, with what belongs to it. */
    @Table("workspaces")
    record Workspace(
            @Id String id,
            String slug,
            String name,
            String plan,
            String region,
            Instant createdAt,
            @MappedCollection(idColumn = "workspace_id") Set<Membership> memberships,
            @MappedCollection(idColumn = "workspace_id") Set<Subscription> subscriptions) {}

    /** A person in a workspace. */
    @Table("memberships")
    record Membership(@Id String id, AggregateReference<User, String> userId, String role, Instant createdAt) {}

    /** A membership by itself, to be created. */
    @Table("memberships")
    record NewMembership(@Id String id, String userId, String workspaceId, String role, Instant createdAt) {}

    /** What a workspace pays for. */
    @Table("subscriptions")
    record Subscription(@Id String id, String customer, String status, Instant createdAt) {}

    /** What was done. */
    @Table("events")
    record Event(@Id String id, String source, String action, Json payload, Instant createdAt) {}

    /** A value that can be computed again. */
    @Table("cache_entries")
    record CacheEntry(
            @Id String id,
            String namespace,
            @Column("key") String key,
            @Column("value") Json value,
            Instant updatedAt) {}

    /** Workspaces. */
    interface Workspaces extends CrudRepository<Workspace, String> {
        Optional<Work.Card> findCardBySlug(String slug);

        Optional<Workspace> findBySlug(String slug);

        List<Workspace> findByRegionOrderBySlug(String region);
    }

    /** People. */
    interface Users extends CrudRepository<User, String> {
        List<Work.Person> findByCohortOrderByEmailAscIdAsc(String cohort);
    }

    /** Cached values. */
    interface CacheEntries extends CrudRepository<CacheEntry, String> {
        Optional<CacheEntry> findByNamespaceAndKey(String namespace, String key);
    }

    private Aggregates() {}
}
