package dev.farminglabs.benchmarks.sql;

/**
 * The statements an application writes by hand.
 *
 * @param json how a JSON value is written: PostgreSQL has a type for it, H2 keeps text
 * @param upsert the statement for a cache entry; its values are id, namespace, key, value, time
 */
record Texts(String json, String upsert) {

    static final String FIND_UNIQUE = "select id, slug, name, plan from workspaces where slug = ?";

    static final String FIND_REGION = "select id, slug, name, plan from workspaces where region = ? order by slug";

    private static final String MEMBERS = """
            select m.workspace_id, m.role, u.id, u.email, u.name
            from memberships m join users u on u.id = m.user_id
            where m.workspace_id""";

    static final String MEMBERS_OF_ONE = MEMBERS + " = ? order by m.created_at";

    static final String MEMBERS_OF_MANY = MEMBERS + " in (%s) order by m.created_at";

    private static final String SUBSCRIPTIONS =
            "select workspace_id, customer, status from subscriptions where workspace_id";

    static final String SUBSCRIPTIONS_OF_ONE = SUBSCRIPTIONS + " = ? order by created_at desc";

    static final String SUBSCRIPTIONS_OF_MANY = SUBSCRIPTIONS + " in (%s) order by created_at desc";

    static final String FIND_MANY = "select id, email, name, created_at from users where cohort = ? order by email, id";

    static final String NEW_USER = "insert into users (id, email, name, cohort, created_at) values (?, ?, ?, ?, ?)";

    static final String NEW_WORKSPACE =
            "insert into workspaces (id, slug, name, plan, region, created_at) values (?, ?, ?, ?, ?, ?)";

    static final String NEW_MEMBERSHIP =
            "insert into memberships (id, user_id, workspace_id, role, created_at) values (?, ?, ?, ?, ?)";

    /** The cohort and region of what is new: none of those that are read. */
    static final String ELSEWHERE = "new";

    private static final Texts POSTGRESQL = new Texts("?::jsonb", """
            insert into cache_entries (id, namespace, "key", "value", updated_at) values (?, ?, ?, ?::jsonb, ?)
            on conflict (namespace, "key") do update set "value" = excluded."value", updated_at = excluded.updated_at
            """);

    private static final Texts H2 = new Texts("?", """
            merge into cache_entries t
            using (values (cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
              cast(? as timestamp(3) with time zone))) s (id, namespace, "key", "value", updated_at)
            on t.namespace = s.namespace and t."key" = s."key"
            when matched then update set "value" = s."value", updated_at = s.updated_at
            when not matched then insert (id, namespace, "key", "value", updated_at)
              values (s.id, s.namespace, s."key", s."value", s.updated_at)
            """);

    static Texts of(Database database) {
        return database.isPostgres() ? POSTGRESQL : H2;
    }

    String newEvent() {
        return "insert into events (id, source, action, payload, created_at) values (?, ?, ?, " + json + ", ?)";
    }

    /** A question mark for each of {@code count} values. */
    static String in(String text, int count) {
        return text.formatted("?, ".repeat(count - 1) + "?");
    }
}
