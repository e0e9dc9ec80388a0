package dev.farminglabs.benchmarks.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the work has left in the tables, without the ids and times that differ each time.
 *
 * @param dataSource the database
 */
record Stored(DataSource dataSource) {

    List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        add(
                rows,
                "select namespace, \"key\", \"value\" from cache_entries where \"key\" = 'fresh' and updated_at > '2026-06-01'");
        add(rows, "select source, action, payload from events where created_at > '2026-06-01' order by action");
        add(rows, "select email, name, cohort from users where email like 'new-%'");
        add(rows, "select slug, name, plan, region from workspaces where slug like 'new-%'");
        add(
                rows,
                "select u.email, w.slug, m.role from memberships m join users u on u.id = m.user_id"
                        + " join workspaces w on w.id = m.workspace_id where u.email like 'new-%'");
        return rows;
    }

    private void add(List<String> rows, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1) + " | " + result.getString(2) + " | "
                        + result.getString(3).replace(" ", ""));
            }
        }
    }
}
