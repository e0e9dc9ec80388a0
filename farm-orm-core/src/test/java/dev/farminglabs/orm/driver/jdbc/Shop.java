package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A schema with every kind of field, key and relation, and its tables. */
final class Shop extends Schema {

    enum Plan {
        FREE,
        PRO
    }

    static final Team TEAM = new Team();
    static final User USER = new User();
    static final Profile PROFILE = new Profile();
    static final Tag TAG = new Tag();
    static final UserTag USER_TAG = new UserTag();
    static final Bucket BUCKET = new Bucket();
    static final Ticket TICKET = new Ticket();

    static final SchemaDefinition SCHEMA = new Shop().definition(PhysicalNaming.DEFAULT);

    private Shop() {
        super("shop", TEAM, USER, PROFILE, TAG, USER_TAG, BUCKET, TICKET);
    }

    static final class Team extends Model<Team> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final StringField parentId = string().nullable().references(() -> TEAM.id);
        public final BelongsTo<Team> parent = belongsTo(() -> TEAM, parentId);
        public final HasMany<User> users = hasMany(() -> USER.teamId);

        Team() {
            super("teams");
        }
    }

    static final class User extends Model<User> {
        public final IdField<String> id = id();
        public final StringField email = string().unique();
        public final StringField name = string().nullable();
        public final StringField code = string().nullable().length(8);
        public final EnumField<Plan> plan = enumeration(Plan.class).nullable();
        public final NumberField<Integer> age = integer().nullable();
        public final NumberField<Long> points = bigint().nullable();
        public final NumberField<BigDecimal> balance = decimal(10, 3).nullable();
        public final BooleanField active = bool().nullable();
        public final DateTimeField seenAt = datetime().nullable();
        public final JsonField<Map<String, Object>> data = json().nullable();
        public final StringField teamId = string().nullable().references(() -> TEAM.id);
        public final BelongsTo<Team> team = belongsTo(() -> TEAM, teamId);
        public final HasOne<Profile> profile = hasOne(() -> PROFILE.userId);
        public final HasMany<Tag> tags = manyToMany(() -> USER_TAG.userId, () -> USER_TAG.tagId, () -> TAG);

        User() {
            super("users");
        }
    }

    static final class Profile extends Model<Profile> {
        public final IdField<String> id = id();
        public final StringField userId = string().unique().references(() -> USER.id);
        public final StringField bio = string().nullable();

        Profile() {
            super("profiles");
        }
    }

    static final class Tag extends Model<Tag> {
        public final IdField<String> id = id();
        public final StringField label = string();

        Tag() {
            super("tags");
        }
    }

    static final class UserTag extends Model<UserTag> {
        public final IdField<String> id = id();
        public final StringField userId = string().references(() -> USER.id);
        public final StringField tagId = string().references(() -> TAG.id);
        public final BooleanField shown = bool().nullable();

        UserTag() {
            super("user_tags");
        }
    }

    /** Counted under a key of two fields, gone after a time. */
    static final class Bucket extends Model<Bucket> {
        public final IdField<String> id = id();
        public final StringField scope = string();
        public final StringField subject = string();
        public final NumberField<Integer> hits = integer();
        public final StringField alias = string().nullable().uniqueIfPresent();
        public final DateTimeField expiresAt = datetime().expires();
        public final Unique2<String, String> key = unique(scope, subject);

        Bucket() {
            super("buckets");
        }
    }

    static final class Ticket extends Model<Ticket> {
        public final IdField<Long> id = numericId();
        public final StringField title = string().nullable();

        Ticket() {
            super("tickets");
        }
    }

    /** The tables, as a push would make them. */
    static List<String> tables(Database database) {
        return Stream.of(
                        "teams (id T not null, name T not null, parent_id T, constraint teams_pkey primary key (id),"
                                + " constraint teams_name_key unique (name),"
                                + " constraint teams_parent_id_fkey foreign key (parent_id) references teams (id))",
                        "users (id T not null, email T not null, name T, code varchar(8), plan T, age integer,"
                                + " points bigint, balance numeric(10, 3), active boolean, seen_at D, data J, team_id T,"
                                + " constraint users_pkey primary key (id), constraint users_email_key unique (email),"
                                + " constraint users_plan_check check (plan in ('FREE', 'PRO')),"
                                + " constraint users_team_id_fkey foreign key (team_id) references teams (id))",
                        "profiles (id T not null, user_id T not null, bio T, constraint profiles_pkey primary key (id),"
                                + " constraint profiles_user_id_key unique (user_id),"
                                + " constraint profiles_user_id_fkey foreign key (user_id) references users (id))",
                        "tags (id T not null, label T not null, constraint tags_pkey primary key (id))",
                        "user_tags (id T not null, user_id T not null, tag_id T not null, shown boolean,"
                                + " constraint user_tags_pkey primary key (id))",
                        "buckets (id T not null, scope T not null, subject T not null, hits integer not null, alias T,"
                                + " expires_at D not null, constraint buckets_pkey primary key (id),"
                                + " constraint buckets_scope_subject_key unique (scope, subject),"
                                + " constraint buckets_alias_key unique (alias))",
                        "tickets (id bigint generated by default as identity, title T,"
                                + " constraint tickets_pkey primary key (id))")
                .map(table -> "create table " + typed(quoted(table), database))
                .toList();
    }

    private static String typed(String table, Database database) {
        return switch (database) {
            case H2 -> typed(table, "varchar", "timestamp(3) with time zone", "varchar");
            case MARIADB ->
                typed(table, "varchar(191) collate utf8mb4_nopad_bin", "datetime(3)", "longtext")
                        .replace("generated by default as identity", "auto_increment");
            default -> typed(table, "text collate \"C\"", "timestamptz(3)", "jsonb");
        };
    }

    private static String typed(String table, String text, String time, String json) {
        return table.replaceAll("\\bT\\b", text).replaceAll("\\bD\\b", time).replaceAll("\\bJ\\b", json);
    }

    /** Every name in quotes: H2 would make them capitals. */
    private static String quoted(String table) {
        String words = "not|null|constraint|primary|key|unique|foreign|references|check|in|integer|bigint|boolean"
                + "|varchar|numeric|generated|by|default|as|identity";
        return table.replaceAll("\\b(?!(?:" + words + ")\\b)([a-z][a-z_]*)\\b", "\"$1\"");
    }
}
