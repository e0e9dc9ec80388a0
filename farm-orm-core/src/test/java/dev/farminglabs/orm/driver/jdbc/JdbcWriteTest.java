package dev.farminglabs.orm.driver.jdbc;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(
        value = Database.class,
        names = {"H2", "POSTGRESQL", "COCKROACHDB", "MARIADB"})
class JdbcWriteTest extends JdbcChecks {

    private static final ModelDefinition USER = model("user");

    JdbcWriteTest(Database database) {
        super(database);
    }

    @Test
    void createGivesBackWhatIsStored() {
        Operation op = on("user");
        Write create = new Write.Create(
                USER, op.settings("id", "1", "email", "e", "data", "[]"), false, op.fields("email", "name", "data"));
        Written written = session.write(create, op.arguments());
        assertThat(written.outcome()).isEqualTo(Written.Outcome.CREATED);
        assertThat(written.count()).isOne();
        assertThat(lists(written.rows())).containsExactly(asList("e", null, "[]"));
        Written quiet = create("user", "id", "2", "email", "f");
        assertThat(quiet.outcome()).isEqualTo(Written.Outcome.CREATED);
        assertThat(quiet.rows()).isEmpty();
    }

    @Test
    void theStoreMakesNumericIds() {
        Operation op = on("ticket");
        Write untitled = new Write.Create(model("ticket"), List.of(), false, op.fields("id", "title"));
        assertThat(lists(session.write(untitled, op.arguments()).rows())).containsExactly(asList(1L, null));
        Write titled = new Write.Create(model("ticket"), op.settings("title", "x"), false, op.fields("id", "title"));
        assertThat(lists(session.write(titled, op.arguments()).rows())).containsExactly(asList(2L, "x"));
    }

    @Test
    void aTakenKeyCanMeanNothingAndTheTransactionGoesOn() {
        create("user", "id", "1", "email", "e");
        session.transaction(() -> {
            for (List<FieldDefinition> returning : List.of(List.<FieldDefinition>of(), List.of(USER.id()))) {
                Operation op = on("user");
                Write create = new Write.Create(USER, op.settings("id", "2", "email", "e"), true, returning);
                assertThat(session.write(create, op.arguments())).isEqualTo(Written.NOTHING);
            }
            users("3");
            return null;
        });
        assertThat(all("user", "id")).containsExactly("1", "3");
    }

    @Test
    void manyAreCreatedOrNone() {
        List<Object> amounts = asList(new BigDecimal("1E+3"), null, new BigDecimal("0.125"));
        Instant seen = Instant.parse("2024-01-01T00:00:00.001Z");
        Written written = createMany(
                "id", List.of("1", "2", "3"),
                "email", List.of("a", "b", "c,\"{}\\"),
                "plan", asList("FREE", null, "PRO"),
                "age", asList(1, null, 3),
                "points", asList(null, 2L, 3L),
                "balance", amounts,
                "active", asList(true, null, false),
                "seenAt", asList(seen, null, seen),
                "data", asList("{\"a\":\"x\\\"y\"}", null, "null"));
        assertThat(written).isEqualTo(new Written(Written.Outcome.CREATED, 3, List.of()));
        assertThat(all("user", "email")).containsExactly("a", "b", "c,\"{}\\");
        assertThat(all("user", "balance")).containsExactly(new BigDecimal("1000"), null, new BigDecimal("0.125"));
        assertThat(all("user", "seenAt")).containsExactly(seen, null, seen);
        assertThat(all("user", "active")).containsExactly(true, null, false);
        assertThat(String.valueOf(all("user", "data").get(0)).replace(" ", "")).isEqualTo("{\"a\":\"x\\\"y\"}");
        assertThat(catchThrowable(() -> createMany("id", List.of("4", "1"), "email", List.of("x", "y"))))
                .isInstanceOf(OrmError.class);
        assertThat(all("user", "id")).containsExactly("1", "2", "3");
    }

    private Written createMany(Object... namesAndLists) {
        Operation op = on("user");
        List<Setting> columns = op.settings(namesAndLists);
        return session.write(new Write.CreateMany(USER, columns), op.arguments());
    }

    @Test
    void updateCountsWhatItMatchedAndCanGiveItBack() {
        create("user", "id", "1", "email", "1", "age", 1, "balance", new BigDecimal("1.5"));
        create("user", "id", "2", "email", "2", "age", 1);
        Operation op = on("user");
        Write write = new Write.Update(
                USER,
                op.eq("age", 1),
                List.of(op.add("balance", new BigDecimal("-0.25")), op.set("data", "[]"), op.set("name", null)),
                List.of());
        assertThat(session.write(write, op.arguments())).isEqualTo(new Written(Written.Outcome.UPDATED, 2, List.of()));
        assertThat(all("user", "balance")).containsExactly(new BigDecimal("1.25"), null);
        Operation one = on("user");
        Write returning = new Write.Update(
                USER, one.eq("id", "1"), List.of(one.add("age", 4), one.set("seenAt", null)), one.fields("id", "age"));
        assertThat(lists(session.write(returning, one.arguments()).rows())).containsExactly(asList("1", 5));
        Operation none = on("user");
        Write missing =
                new Write.Update(USER, none.eq("id", "9"), List.of(none.set("age", 1)), none.fields("id", "age"));
        assertThat(session.write(missing, none.arguments())).isEqualTo(Written.NOTHING);
    }

    @Test
    void deleteCountsWhatItMatched() {
        users("1", "2", "3");
        Operation op = on("user");
        assertThat(session.write(new Write.Delete(USER, op.in("id", "1", "2", "9")), op.arguments()))
                .isEqualTo(new Written(Written.Outcome.DELETED, 2, List.of()));
        Operation all = on("user");
        assertThat(session.write(new Write.Delete(USER, Predicate.every()), all.arguments())
                        .count())
                .isOne();
        assertThat(session.write(new Write.Delete(USER, Predicate.every()), all.arguments()))
                .isEqualTo(Written.NOTHING);
    }

    @Test
    void aBatchIsInOrderAndNotAtomic() {
        List<WriteCall> calls = List.of(creating("1", "a"), creating("2", "a"), creating("3", "c"));
        List<Written> done = new ArrayList<>();
        assertThat(catchThrowable(() -> session.batch(calls, done::add))).isInstanceOf(OrmError.class);
        assertThat(done).extracting(Written::count).containsExactly(1L);
        assertThat(all("user", "id")).containsExactly("1");
        session.batch(List.of(creating("2", "b"), creating("3", "c")), done::add);
        assertThat(done).hasSize(3);
    }

    private static WriteCall creating(String id, String email) {
        Operation op = on("user");
        Write create = new Write.Create(USER, op.settings("id", id, "email", email), false, List.of());
        return new WriteCall(create, op.arguments());
    }
}
