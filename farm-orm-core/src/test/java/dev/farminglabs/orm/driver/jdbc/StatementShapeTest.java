package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.SqlRenderer;
import dev.farminglabs.orm.sql.form.Bind;
import dev.farminglabs.orm.sql.form.SqlText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations that differ in values alone are one statement, and no value is in its text. */
class StatementShapeTest {

    private static final ModelDefinition USER = JdbcChecks.model("user");
    private static final ModelDefinition BUCKET = JdbcChecks.model("bucket");

    static List<Dialect> dialects() {
        return List.of(
                Dialect.H2, Dialect.POSTGRESQL, Dialect.POSTGRESQL_18, Dialect.SQLITE, Dialect.MARIADB, Dialect.MYSQL);
    }

    private static Find find(String value, int count) {
        Operation op = JdbcChecks.on("user");
        Predicate where = Predicate.and(List.of(
                op.compare("name", Comparison.CONTAINS_IGNORE_CASE, value),
                op.in("id", value, value + count).negate(),
                op.related("team", op.on(JdbcChecks.model("team")).eq("name", value))));
        Slot skip = op.slot(count);
        Selection selection = new Selection(USER, op.fields("id"), List.of());
        return new Find(USER, where, List.of(op.desc("name")), skip, op.slot(count), selection, null);
    }

    private static Write upsert(String value, int hits) {
        Operation op = JdbcChecks.on("bucket");
        return new Write.Upsert(
                BUCKET,
                op.key("scope", "subject"),
                op.settings("id", value, "scope", value, "subject", value, "hits", hits),
                List.of(op.add("hits", hits)),
                op.compare("hits", Comparison.LESS, hits),
                op.eq("alias", value),
                op.fields("hits"));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void valuesDoNotShow(Dialect dialect) {
        SqlRenderer renderer = new SqlRenderer(dialect, Shop.SCHEMA);
        assertThat(find("o'hara", 4711)).isEqualTo(find("; drop table x --", 4712));
        same(
                renderer.find(find("o'hara", 4711)).statement(),
                renderer.find(find("; drop table x --", 4712)).statement());
        assertThat(upsert("o'hara", 4711)).isEqualTo(upsert("?", 4712));
        same(
                renderer.write(upsert("o'hara", 4711)).statement(),
                renderer.write(upsert("?", 4712)).statement());
    }

    private static void same(SqlText one, SqlText other) {
        assertThat(one.text()).isEqualTo(other.text()).doesNotContain("hara", "4711");
        assertThat(one.binds()).isEqualTo(other.binds());
        long places = one.text().chars().filter(c -> c == '?').count();
        long lists = one.binds().stream().filter(Bind::expands).count();
        assertThat(places + lists).isEqualTo(one.binds().size());
        assertThat(one.binds()).extracting(Bind::kind).doesNotContainNull();
    }
}
