package dev.farminglabs.sample.storage;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;
import java.util.Map;

/** Long-lived records: who there is, what they belong to, what they pay for, what they did. */
public final class ControlPlane extends Schema {

    public static final User USER = new User();
    public static final Credential CREDENTIAL = new Credential();
    public static final Workspace WORKSPACE = new Workspace();
    public static final WorkspaceMembership WORKSPACE_MEMBERSHIP = new WorkspaceMembership();
    public static final Subscription SUBSCRIPTION = new Subscription();
    public static final AuditLog AUDIT_LOG = new AuditLog();

    /** The schema; cheap to make. */
    public ControlPlane() {
        super("controlPlane", USER, CREDENTIAL, WORKSPACE, WORKSPACE_MEMBERSHIP, SUBSCRIPTION, AUDIT_LOG);
    }

    /** A person, known by the e-mail address. */
    public static final class User extends Model<User> {
        public final IdField<String> id = id();
        public final StringField email = string().unique();
        public final StringField name = string();
        public final DateTimeField createdAt = datetime().defaultNow();

        public final HasMany<WorkspaceMembership> memberships = hasMany(() -> WORKSPACE_MEMBERSHIP.userId);

        User() {
            super("users");
        }
    }

    /** How a person proves to be one. A model of its own, so that no shape of a user can have the hash in it. */
    public static final class Credential extends Model<Credential> {
        public final IdField<String> id = id();
        public final StringField userId =
                string().references(() -> USER.id).onDelete(OnDelete.CASCADE).unique();
        public final StringField passwordHash = string().secret();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        Credential() {
            super("credentials");
        }
    }

    /** What people share. */
    public static final class Workspace extends Model<Workspace> {
        public final IdField<String> id = id();
        public final StringField slug = string().unique();
        public final StringField name = string();
        public final EnumField<Plan> plan = enumeration(Plan.class);
        public final NumberField<Integer> seats =
                integer().defaultTo(0).describe("How many are taken; the plan says how many there are.");
        public final DateTimeField createdAt = datetime().defaultNow();

        public final HasMany<WorkspaceMembership> memberships = hasMany(() -> WORKSPACE_MEMBERSHIP.workspaceId);
        public final HasMany<Subscription> subscriptions = hasMany(() -> SUBSCRIPTION.workspaceId);
        public final HasMany<AuditLog> auditLogs = hasMany(() -> AUDIT_LOG.workspaceId);

        Workspace() {
            super("workspaces");
        }
    }

    /** A person in a workspace. */
    public static final class WorkspaceMembership extends Model<WorkspaceMembership> {
        public final IdField<String> id = id();
        public final StringField userId = string().references(() -> USER.id).onDelete(OnDelete.CASCADE);
        public final StringField workspaceId =
                string().references(() -> WORKSPACE.id).onDelete(OnDelete.CASCADE);
        public final StringField role = string().defaultTo("member");
        public final DateTimeField createdAt = datetime().defaultNow();

        public final Unique2<String, String> userInWorkspace = unique(userId, workspaceId);

        public final BelongsTo<User> user = belongsTo(() -> USER, userId);
        public final BelongsTo<Workspace> workspace = belongsTo(() -> WORKSPACE, workspaceId);

        WorkspaceMembership() {
            super("workspace_memberships");
        }
    }

    /** What a workspace pays for. */
    public static final class Subscription extends Model<Subscription> {
        public final IdField<String> id = id();
        public final StringField workspaceId = string().references(() -> WORKSPACE.id);
        public final StringField providerCustomerId = string().unique();
        public final StringField status = string();
        public final DateTimeField renewsAt = datetime().nullable();
        public final DateTimeField createdAt = datetime().defaultNow();

        public final BelongsTo<Workspace> workspace = belongsTo(() -> WORKSPACE, workspaceId);

        Subscription() {
            super("subscriptions");
        }
    }

    /** What was done in a workspace, and by whom. */
    public static final class AuditLog extends Model<AuditLog> {
        public final IdField<String> id = id();
        public final StringField workspaceId = string().references(() -> WORKSPACE.id);
        public final StringField action = string();
        public final StringField actorId = string().nullable();
        public final JsonField<Map<String, Object>> payload = json();
        public final DateTimeField createdAt = datetime().defaultNow();

        public final BelongsTo<Workspace> workspace = belongsTo(() -> WORKSPACE, workspaceId);
        public final BelongsTo<User> actor = belongsTo(() -> USER, actorId);

        AuditLog() {
            super("audit_logs");
        }
    }
}
