package com.acme.framework;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;

public final class FrameworkSchema extends Schema {

    public enum Environment {
        DEVELOPMENT,
        PREVIEW,
        PRODUCTION
    }

    public static final User USER = new User();
    public static final Project PROJECT = new Project();
    public static final ProjectMembership PROJECT_MEMBERSHIP = new ProjectMembership();
    public static final RouteCache ROUTE_CACHE = new RouteCache();
    public static final WebhookDelivery WEBHOOK_DELIVERY = new WebhookDelivery();
    public static final JobRun JOB_RUN = new JobRun();

    public FrameworkSchema() {
        super("framework", USER, PROJECT, PROJECT_MEMBERSHIP, ROUTE_CACHE, WEBHOOK_DELIVERY, JOB_RUN);
    }

    /** What every model here has. */
    public abstract static class Entity<M extends Entity<M>> extends Model<M> {
        public final IdField<String> id = id();
        public final DateTimeField createdAt = datetime().defaultNow();

        Entity(String table) {
            super(table);
        }
    }

    public static final class User extends Entity<User> {
        public final StringField email = string().unique();
        public final StringField name = string();

        public final HasMany<ProjectMembership> projects = hasMany(() -> PROJECT_MEMBERSHIP.userId);

        User() {
            super("users");
        }
    }

    public static final class Project extends Entity<Project> {
        public final StringField slug = string().unique();
        public final StringField name = string();
        public final EnumField<Environment> environment = enumeration(Environment.class);

        public final HasMany<ProjectMembership> memberships = hasMany(() -> PROJECT_MEMBERSHIP.projectId);
        public final HasMany<RouteCache> routeCaches = hasMany(() -> ROUTE_CACHE.projectId);
        public final HasMany<WebhookDelivery> webhooks = hasMany(() -> WEBHOOK_DELIVERY.projectId);
        public final HasMany<JobRun> jobs = hasMany(() -> JOB_RUN.projectId);

        Project() {
            super("projects");
        }
    }

    public static final class ProjectMembership extends Entity<ProjectMembership> {
        public final StringField userId = string().references(() -> USER.id);
        public final StringField projectId = string().references(() -> PROJECT.id);
        public final StringField role = string().defaultTo("member");

        public final BelongsTo<User> user = belongsTo(() -> USER, userId);
        public final BelongsTo<Project> project = belongsTo(() -> PROJECT, projectId);

        ProjectMembership() {
            super("project_memberships");
        }
    }

    public static final class RouteCache extends Entity<RouteCache> {
        public final StringField projectId = string().references(() -> PROJECT.id);
        public final StringField key = string().unique();
        public final StringField payload = string();

        public final BelongsTo<Project> project = belongsTo(() -> PROJECT, projectId);

        RouteCache() {
            super("route_cache");
        }
    }

    public static final class WebhookDelivery extends Entity<WebhookDelivery> {
        public final StringField projectId = string().references(() -> PROJECT.id);
        public final StringField endpoint = string();
        public final StringField eventType = string();
        public final StringField status = string();

        public final BelongsTo<Project> project = belongsTo(() -> PROJECT, projectId);

        WebhookDelivery() {
            super("webhook_deliveries");
        }
    }

    public static final class JobRun extends Entity<JobRun> {
        public final StringField projectId = string().references(() -> PROJECT.id);
        public final StringField jobType = string();
        public final StringField status = string();

        public final BelongsTo<Project> project = belongsTo(() -> PROJECT, projectId);

        JobRun() {
            super("job_runs");
        }
    }
}
