package dev.farminglabs.orm.tck;

import java.util.UUID;

/** PostgreSQL over real connections; a place is a schema of its own. */
public final class PostgreSqlFixture implements StoreFixture {

    @Override
    public String name() {
        return "PostgreSQL " + PostgreSqlServer.get().version();
    }

    @Override
    public String server() {
        return PostgreSqlServer.get().origin();
    }

    @Override
    public JdbcPlace open() {
        String place = "tck_" + UUID.randomUUID().toString().replace("-", "");
        String url = PostgreSqlServer.schema(place) + "&ApplicationName=" + place;
        return new JdbcPlace(url, null, null, words(place));
    }

    private static JdbcPlace.Words words(String place) {
        String others = "application_name = '" + place + "' and pid <> pg_backend_pid()";
        return new JdbcPlace.Words(
                "select state || ' ' || query from pg_stat_activity where " + others
                        + " and state not in ('idle') union all select mode from pg_locks join pg_stat_activity using (pid)"
                        + " where " + others,
                "drop schema " + place + " cascade");
    }
}
