package dev.farminglabs.benchmarks.sql;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import java.util.Map;

/** The tables of the SQL suite. All subjects use those that this schema's setup creates. */
public final class Platform extends Schema {

    static final User USER = new User();
    static final Workspace WORKSPACE = new Workspace();
    static final Membership MEMBERSHIP = new Membership();
    static final Subscription SUBSCRIPTION = new Subscription();
    static final Event EVENT = new Event();
    static final CacheEntry CACHE_ENTRY = new CacheEntry();

    Platform() {
        super("platform", USER, WORKSPACE, MEMBERSHIP, SUBSCRIPTION, EVENT, CACHE_ENTRY);
    }

    /** A person. */
    public static final class User extends Model<User> {
        public final IdField<String> id = id();
        public final StringField email = string().unique();
        public final StringField name = string();
        public final StringField cohort = string();
        public final DateTimeField createdAt = datetime().defaultNow();

        User() {
            super("users");
            index(cohort);
        }
    }

    /** What people share. */
    public static final class Workspace extends Model<Workspace> {
        public final IdField<String> id = id();
        public final StringField slug = string().unique();
        public final StringField name = string();
        public final StringField plan = string();
        public final StringField region = string();
        public final DateTimeField createdAt = datetime().defaultNow();

        public final HasMany<Membership> memberships = hasMany(() -> MEMBERSHIP.workspaceId);
        public final HasMany<Subscription> subscriptions = hasMany(() -> SUBSCRIPTION.workspaceId);

        Workspace() {
            super("workspaces");
            index(region);
        }
    }

    /** A person in a workspace. */
    public static final class Membership extends Model<Membership> {
        public final IdField<String> id = id();
        public final StringField userId = string().references(() -> USER.id);
        public final StringField workspaceId = string().references(() -> WORKSPACE.id);
        public final StringField role = string();
        public final DateTimeField createdAt = datetime().defaultNow();

        public final BelongsTo<User> user = belongsTo(() -> USER, userId);

        Membership() {
            super("memberships");
            unique(userId, workspaceId);
        }
    }

    /** What a workspace pays for. */
    public static final class Subscription extends Model<Subscription> {
        public final IdField<String> id = id();
        public final StringField workspaceId = string().references(() -> WORKSPACE.id);
        public final StringField customer = string().unique();
        public final StringField status = string();
        public final DateTimeField createdAt = datetime().defaultNow();

        Subscription() {
            super("subscriptions");
        }
    }

    /** What was done. */
    public static final class Event extends Model<Event> {
        public final IdField<String> id = id();
        public final StringField source = string();
        public final StringField action = string();
        public final JsonField<Map<String, Object>> payload = json();
        public final DateTimeField createdAt = datetime().defaultNow();

        Event() {
            super("events");
        }
    }

    /** A value that can be computed again. */
    public static final class CacheEntry extends Model<CacheEntry> {
        public final IdField<String> id = id();
        public final StringField namespace = string();
        public final StringField key = string();
        public final JsonField<Map<String, Object>> value = json();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        public final Unique2<String, String> namespaceKey = unique(namespace, key);

        CacheEntry() {
            super("cache_entries");
        }
    }
}
