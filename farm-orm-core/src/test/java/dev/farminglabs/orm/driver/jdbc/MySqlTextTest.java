package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Parents;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.SqlRenderer;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqlText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What MySQL is sent, word by word: there is no MySQL on every machine, and its twin MariaDB differs in a few words. */
class MySqlTextTest {

    private static final ModelDefinition USER = JdbcChecks.model("user");
    private static final ModelDefinition TEAM = JdbcChecks.model("team");
    private static final ModelDefinition BUCKET = JdbcChecks.model("bucket");
    private static final SqlRenderer MYSQL = new SqlRenderer(Dialect.MYSQL, Shop.SCHEMA);
    private static final SqlRenderer MARIADB = new SqlRenderer(Dialect.MARIADB, Shop.SCHEMA);

    private static SqlText found(
            Operation op, Predicate where, @Nullable Slot skip, @Nullable Slot take, @Nullable Parents parents) {
        Selection selection = new Selection(USER, op.fields("id"), List.of());
        Find find = new Find(USER, where, List.of(op.desc("name")), skip, take, selection, parents);
        return MYSQL.find(find).statement();
    }

    private static Write.Upsert upsert(Operation op) {
        return new Write.Upsert(
                BUCKET,
                op.key("scope", "subject"),
                op.settings("id", "i", "scope", "s", "subject", "u", "hits", 1),
                List.of(op.add("hits", 1)),
                op.compare("hits", Comparison.LESS, 9),
                null,
                op.fields("hits"));
    }

    private static Write.Delete delete(ModelDefinition model, Operation op, String relation, Predicate where) {
        return new Write.Delete(model, op.related(relation, where));
    }

    private static SqlCommand.ReadBack readBack(Write write) {
        return Objects.requireNonNull(MYSQL.write(write).readBack());
    }

    @Test
    void aFindSkipsAndTakesByPlaces() {
        Operation op = JdbcChecks.on("user");
        String select = "select t0.`id` from `users` as t0 where t0.`age` > ? order by t0.`name` desc";
        Predicate where = op.compare("age", Comparison.GREATER, 3);
        assertThat(found(op, where, op.slot(5), op.slot(2), null).text()).isEqualTo(select + " limit ? offset ?");
        assertThat(found(op, where, op.slot(5), null, null).text())
                .isEqualTo(select + " limit 18446744073709551615 offset ?");
        assertThat(found(op, where, null, op.slot(2), null).text()).isEqualTo(select + " limit ?");
    }

    @Test
    void aListHasAPlaceForEachValueAndANeverTrueQueryForNone() {
        Operation op = JdbcChecks.on("user");
        SqlText text = found(op, op.in("id", "a", "b", "c"), null, null, null);
        String select = "select t0.`id` from `users` as t0 where t0.`id` in (";
        assertThat(text.text(List.of(4))).isEqualTo(select + "?, ?, ?, ?) order by t0.`name` desc");
        assertThat(text.text(List.of(0)))
                .isEqualTo(select + "select null from dual where false) order by t0.`name` desc");
    }

    @Test
    void aPageOfEachParentIsNumbered() {
        Operation op = JdbcChecks.on("user");
        RelationDefinition users = Objects.requireNonNull(TEAM.relation("users"));
        Parents parents = new Parents(users, op.slot(List.of("a", "b")), Predicate.every());
        assertThat(found(op, Predicate.every(), op.slot(1), op.slot(2), parents).text(List.of(2)))
                .isEqualTo("select r.c0, r.c1 from (select t0.`team_id` as c0, t0.`id` as c1, row_number() over"
                        + " (partition by t0.`team_id` order by t0.`name` desc) as n from `users` as t0"
                        + " where t0.`team_id` in (?, ?)) as r where r.n > ? and r.n <= cast(? as signed)"
                        + " + cast(? as signed) order by r.n");
    }

    @Test
    void anUpsertIsOneStatementWhoseFirstAssignmentDecidesAndIsReadBackByItsKey() {
        Operation op = JdbcChecks.on("bucket");
        assertThat(MYSQL.write(upsert(op)).statement().text())
                .isEqualTo("insert into `buckets` (`id`, `scope`, `subject`, `hits`) values (?, ?, ?, ?) as n"
                        + " on duplicate key update `scope` = case last_insert_id(case"
                        + " when `buckets`.`scope` = n.`scope` and `buckets`.`subject` = n.`subject` then case"
                        + " when `buckets`.`hits` < ? then 9223372036854775802 else 9223372036854775801 end"
                        + " else 9223372036854775804 end) when 0 then `buckets`.`scope` else `buckets`.`scope` end,"
                        + " `hits` = case last_insert_id() when 9223372036854775802 then `buckets`.`hits` + ?"
                        + " else `buckets`.`hits` end");
        assertThat(readBack(upsert(op)).statement().text())
                .isEqualTo("select `hits` from `buckets` where `scope` = ? and `subject` = ?");
        assertThat(MARIADB.write(upsert(op)).statement().text())
                .contains("values (?, ?, ?, ?) on duplicate key", "`buckets`.`scope` = values(`scope`)");
    }

    @Test
    void aCreateIsReadBackByItsIdOrTheGeneratedOne() {
        Operation user = JdbcChecks.on("user");
        Write create = new Write.Create(USER, user.settings("id", "1", "email", "e"), false, user.fields("email"));
        assertThat(MYSQL.write(create).statement().text())
                .isEqualTo("insert into `users` (`id`, `email`) values (?, ?)");
        assertThat(readBack(create).statement().text()).isEqualTo("select `email` from `users` where `id` = ?");
        assertThat(MARIADB.write(create).statement().text()).endsWith(" returning `email`");
        Operation ticket = JdbcChecks.on("ticket");
        Write generated =
                new Write.Create(JdbcChecks.model("ticket"), ticket.settings("title", "t"), false, ticket.fields("id"));
        assertThat(readBack(generated).statement().text())
                .isEqualTo("select `id` from `tickets` where `id` = last_insert_id()");
    }

    @Test
    void manyRecordsAreOneJsonText() {
        Operation op = JdbcChecks.on("user");
        Write many = new Write.CreateMany(USER, op.settings("id", List.of("1"), "age", List.of(2)));
        assertThat(MYSQL.write(many).statement().text())
                .isEqualTo("insert into `users` (`id`, `age`) select * from json_table(?, '$[*]' columns ("
                        + "c0 longtext path '$[0]' error on error, c1 integer path '$[1]' error on error)) as j");
    }

    /** MySQL's error 1093: a table cannot be changed by a condition that reads it, unless it is read apart. */
    @Test
    void aConditionOnTheChangedTableReadsItApart() {
        Operation op = JdbcChecks.on("team");
        String apart = "(select t2.k from (select distinct t1.`id` as k from `teams` as t1 where exists"
                + " (select 1 from `teams` as t3 where t3.`id` = t1.`parent_id` and t3.`name` = ?)) as t2)";
        assertThat(MYSQL.write(delete(TEAM, op, "parent", op.eq("name", "x")))
                        .statement()
                        .text())
                .isEqualTo("delete t0 from `teams` as t0 where t0.`id` in " + apart);
        Write update = new Write.Update(
                TEAM, op.related("parent", op.eq("name", "x")).negate(), List.of(op.set("name", "y")), List.of());
        assertThat(MYSQL.write(update).statement().text())
                .isEqualTo("update `teams` as t0 set `name` = ? where t0.`id` not in " + apart);
    }

    @Test
    void aConditionThatReadsTheChangedTableFurtherDownReadsItApartToo() {
        Operation op = JdbcChecks.on("team");
        Predicate team = op.on(USER).related("team", op.eq("name", "x"));
        assertThat(MYSQL.write(delete(TEAM, op, "users", team)).statement().text())
                .startsWith("delete t0 from `teams` as t0 where t0.`id` in (select t2.k from (select distinct")
                .contains("exists (select 1 from `users`", "exists (select 1 from `teams`");
    }

    @Test
    void aConditionOnAnotherTableStaysWhereItIs() {
        Operation op = JdbcChecks.on("user");
        assertThat(MYSQL.write(delete(USER, op, "team", op.on(TEAM).eq("name", "x")))
                        .statement()
                        .text())
                .isEqualTo("delete t0 from `users` as t0 where exists (select 1 from `teams` as t1"
                        + " where t1.`id` = t0.`team_id` and t1.`name` = ?)");
    }

    /** The differential test's find: such an update had no key left to be read by. */
    @Test
    void anUpdateThatAddsToItsKeyIsReadBackByTheSum() {
        Operation op = JdbcChecks.on("ticket");
        Write update = new Write.Update(
                JdbcChecks.model("ticket"), op.eq("id", 7L), List.of(op.add("id", 1L)), op.fields("title"));
        assertThat(readBack(update).statement().text()).isEqualTo("select `title` from `tickets` where `id` = ? + ?");
    }
}
