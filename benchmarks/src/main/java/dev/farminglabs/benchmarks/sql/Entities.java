package dev.farminglabs.benchmarks.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.NullUnmarked;

/** The tables as JPA entities. */
@NullUnmarked
final class Entities {

    static final List<Class<?>> ALL =
            List.of(User.class, Workspace.class, Membership.class, Subscription.class, Event.class, CacheEntry.class);

    /** A person. */
    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        String id;

        String email;
        String name;
        String cohort;

        @Column(name = "created_at")
        Instant createdAt;
    }

    /** What people share. */
    @Entity(name = "Workspace")
    @Table(name = "workspaces")
    static class Workspace {
        @Id
        String id;

        String slug;
        String name;
        String plan;
        String region;

        @Column(name = "created_at")
        Instant createdAt;

        @OneToMany(mappedBy = "workspace")
        @OrderBy("createdAt")
        List<Membership> memberships = new ArrayList<>();

        @OneToMany(mappedBy = "workspace")
        @OrderBy("createdAt desc")
        @Fetch(FetchMode.SUBSELECT)
        List<Subscription> subscriptions = new ArrayList<>();
    }

    /** A person in a workspace. */
    @Entity(name = "Membership")
    @Table(name = "memberships")
    static class Membership {
        @Id
        String id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "user_id")
        User user;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "workspace_id")
        Workspace workspace;

        String role;

        @Column(name = "created_at")
        Instant createdAt;
    }

    /** What a workspace pays for. */
    @Entity(name = "Subscription")
    @Table(name = "subscriptions")
    static class Subscription {
        @Id
        String id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "workspace_id")
        Workspace workspace;

        String customer;
        String status;

        @Column(name = "created_at")
        Instant createdAt;
    }

    /** What was done. */
    @Entity(name = "Event")
    @Table(name = "events")
    static class Event {
        @Id
        String id;

        String source;
        String action;

        @Type(JsonTextType.class)
        String payload;

        @Column(name = "created_at")
        Instant createdAt;
    }

    /** A value that can be computed again. */
    @Entity(name = "CacheEntry")
    @Table(name = "cache_entries")
    static class CacheEntry {
        @Id
        String id;

        String namespace;

        @Column(name = "\"key\"")
        String key;

        @Column(name = "\"value\"")
        @Type(JsonTextType.class)
        String value;

        @Column(name = "updated_at")
        Instant updatedAt;
    }

    private Entities() {}
}
