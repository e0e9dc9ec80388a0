package dev.farminglabs.orm.driver.jdbc;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Parents;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Sort;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(
        value = Database.class,
        names = {"H2", "POSTGRESQL", "COCKROACHDB", "MARIADB"})
class JdbcFindTest extends JdbcChecks {

    private static final ModelDefinition USER = model("user");
    private static final ModelDefinition TAG = model("tag");

    JdbcFindTest(Database database) {
        super(database);
    }

    private List<@Nullable Object> ids(Operation op, Predicate where) {
        return values(op, USER, where, "id");
    }

    @Test
    void valuesOfEveryKindComeBackAsTheyWent() {
        create("team", "id", "t", "name", "T", "parentId", null);
        Instant seen = Instant.parse("2024-02-29T23:59:59.999Z");
        create(
                "user",
                "id",
                "1",
                "email",
                "e",
                "name",
                "Zoë 😀 ",
                "plan",
                "PRO",
                "age",
                Integer.MIN_VALUE,
                "points",
                Long.MAX_VALUE,
                "balance",
                new BigDecimal("-1234567.89"),
                "active",
                true,
                "seenAt",
                seen,
                "data",
                "{\"a\":[1,null,\"x\"]}",
                "teamId",
                "t");
        create("user", "id", "2", "email", "f", "balance", new BigDecimal("1000"), "active", false, "age", 0);
        Operation op = on("user");
        Selection selection = new Selection(
                USER, op.fields("name", "plan", "age", "points", "balance", "active", "seenAt", "teamId"), List.of());
        Find find = new Find(USER, Predicate.every(), List.of(op.asc("id")), null, null, selection, null);
        assertThat(lists(session.find(find, op.arguments())))
                .containsExactly(
                        asList(
                                "Zoë 😀 ",
                                "PRO",
                                Integer.MIN_VALUE,
                                Long.MAX_VALUE,
                                new BigDecimal("-1234567.89"),
                                true,
                                seen,
                                "t"),
                        asList(null, null, 0, null, new BigDecimal("1000"), false, null, null));
        assertThat(String.valueOf(all("user", "data").get(0)).replace(" ", "")).isEqualTo("{\"a\":[1,null,\"x\"]}");
    }

    @Test
    void timesFarAwayKeepTheirMilliseconds() {
        for (String time : List.of("0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z")) {
            create("user", "id", time, "email", time, "seenAt", Instant.parse(time));
            Operation op = on("user");
            assertThat(values(op, USER, op.eq("seenAt", Instant.parse(time)), "seenAt"))
                    .containsExactly(Instant.parse(time));
            Operation in = on("user");
            assertThat(values(in, USER, in.in("seenAt", Instant.parse(time)), "id"))
                    .containsExactly(time);
        }
    }

    @Test
    void everyComparisonAndItsNegationShareTheRecords() {
        create("user", "id", "1", "email", "1", "name", "Ab%c", "age", 10);
        create("user", "id", "2", "email", "2", "name", "aB_c ", "age", 20);
        create("user", "id", "3", "email", "3");
        found(List.of("1"), "name", Comparison.EQUAL, "Ab%c");
        found(List.of(), "name", Comparison.EQUAL, "ab%c");
        found(List.of("1"), "name", Comparison.CONTAINS, "%");
        found(List.of("2"), "name", Comparison.CONTAINS, "_");
        found(List.of("1", "2"), "name", Comparison.CONTAINS, "");
        found(List.of("1"), "name", Comparison.STARTS_WITH, "Ab");
        found(List.of(), "name", Comparison.STARTS_WITH, "Ab%cAb%c");
        found(List.of("2"), "name", Comparison.ENDS_WITH, "c ");
        found(List.of("1"), "name", Comparison.EQUAL_IGNORE_CASE, "aB%C");
        found(List.of("1", "2"), "name", Comparison.STARTS_WITH_IGNORE_CASE, "AB");
        found(List.of("2"), "name", Comparison.ENDS_WITH_IGNORE_CASE, "C ");
        found(List.of("2"), "name", Comparison.CONTAINS_IGNORE_CASE, "b_C");
        found(List.of("2"), "name", Comparison.GREATER, "Z");
        found(List.of("1"), "name", Comparison.LESS_OR_EQUAL, "Ab%c");
        found(List.of("2"), "age", Comparison.GREATER, 10);
        found(List.of("1", "2"), "age", Comparison.GREATER_OR_EQUAL, 10);
        found(List.of("1"), "age", Comparison.LESS, 20);
    }

    private void found(List<String> ids, String field, Comparison comparison, Object value) {
        Operation op = on("user");
        Predicate plain = op.compare(field, comparison, value);
        assertThat(ids(op, plain)).as(comparison + " " + value).isEqualTo(ids);
        List<String> others =
                List.of("1", "2", "3").stream().filter(id -> !ids.contains(id)).toList();
        assertThat(ids(op, plain.negate()))
                .as("not " + comparison + " " + value)
                .isEqualTo(others);
    }

    @Test
    void listsMayBeEmptyAndNullIsNoMember() {
        create("user", "id", "1", "email", "1", "age", 1);
        create("user", "id", "2", "email", "2", "age", 2);
        create("user", "id", "3", "email", "3");
        Operation op = on("user");
        assertThat(ids(op, op.in("age", 1, 7))).containsExactly("1");
        assertThat(ids(op, op.in("age", 1, 7).negate())).containsExactly("2", "3");
        Operation none = on("user");
        assertThat(ids(none, none.in("age"))).isEmpty();
        assertThat(ids(none, none.in("age").negate())).containsExactly("1", "2", "3");
        assertThat(ids(none, none.in("email", "3", "x"))).containsExactly("3");
        assertThat(ids(none, none.in("points", 3L))).isEmpty();
        assertThat(ids(none, none.in("balance", new BigDecimal("3")))).isEmpty();
        assertThat(ids(none, none.in("active", true))).isEmpty();
        assertThat(ids(none, none.in("plan", "PRO"))).isEmpty();
    }

    @Test
    void logicOfNoneAndOfMany() {
        users("1", "2");
        Operation op = on("user");
        assertThat(ids(op, Predicate.every())).containsExactly("1", "2");
        assertThat(ids(op, Predicate.none())).isEmpty();
        Predicate nested = Predicate.and(
                Predicate.or(List.of(op.eq("id", "1"), Predicate.none())),
                Predicate.or(List.of(op.isNull("name"), op.eq("email", "no"))));
        assertThat(ids(op, nested)).containsExactly("1");
        assertThat(ids(op, nested.negate())).containsExactly("2");
    }

    @Test
    void jsonIsEqualByStructure() {
        create("user", "id", "1", "email", "1", "data", "{\"a\":1,\"b\":[true]}");
        Operation op = on("user");
        assertThat(ids(op, op.eq("data", "{\"a\":1,\"b\":[true]}"))).containsExactly("1");
        assertThat(ids(op, op.eq("data", "{\"a\":2}"))).isEmpty();
        assertThat(ids(op, op.in("data", "{\"a\":1,\"b\":[true]}", "[]"))).containsExactly("1");
    }

    @Test
    void textIsOrderedByCodePointAndNullsWhereAsked() {
        String beyond = "\uD83D\uDE00";
        for (String name : List.of("b", "B", "a", "é", "\uFFFD", beyond)) {
            create("user", "id", name, "email", name, "name", name);
        }
        create("user", "id", "0", "email", "0");
        Operation op = on("user");
        Selection names = new Selection(USER, op.fields("name"), List.of());
        List<@Nullable Object> up = asList(null, "B", "a", "b", "é", "\uFFFD", beyond);
        assertThat(sorted(names, new Sort(op.field("name"), false, true))).isEqualTo(up);
        List<@Nullable Object> down = asList(beyond, "\uFFFD", "é", "b", "a", "B", null);
        assertThat(sorted(names, new Sort(op.field("name"), true, false))).isEqualTo(down);
        assertThat(ids(op, op.compare("name", Comparison.GREATER, "\uFFFD"))).containsExactly(beyond);
        Aggregate aggregate = new Aggregate(
                USER,
                Predicate.every(),
                List.of(
                        new Aggregate.Measure(Aggregate.Function.MIN, op.field("name")),
                        new Aggregate.Measure(Aggregate.Function.MAX, op.field("name"))),
                null);
        assertThat(lists(session.aggregate(aggregate, op.arguments()))).containsExactly(asList("B", beyond));
    }

    private List<@Nullable Object> sorted(Selection selection, Sort sort) {
        Find find = new Find(USER, Predicate.every(), List.of(sort), null, null, selection, null);
        return session.find(find, on("user").arguments()).stream()
                .map(row -> row[0])
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }

    @Test
    void skipAndTakeAreBound() {
        users("1", "2", "3", "4");
        assertThat(page(1, 2)).containsExactly("2", "3");
        assertThat(page(null, 2)).containsExactly("1", "2");
        assertThat(page(3, null)).containsExactly("4");
        assertThat(page(0, 0)).isEmpty();
    }

    private List<@Nullable Object> page(@Nullable Integer skip, @Nullable Integer take) {
        Operation op = on("user");
        Slot from = skip == null ? null : op.slot(skip);
        Slot most = take == null ? null : op.slot(take);
        Selection ids = new Selection(USER, op.fields("id"), List.of());
        Find find = new Find(USER, Predicate.every(), List.of(op.asc("id")), from, most, ids, null);
        return lists(session.find(find, op.arguments())).stream()
                .<@Nullable Object>map(row -> row.get(0))
                .toList();
    }

    @Test
    void toOneRelationsComeWithTheRecord() {
        create("team", "id", "p", "name", "Parent");
        create("team", "id", "t", "name", "Team", "parentId", "p");
        create("user", "id", "1", "email", "1", "teamId", "t");
        create("user", "id", "2", "email", "2", "teamId", "p");
        create("user", "id", "3", "email", "3");
        create("profile", "id", "x", "userId", "1", "bio", null);
        Operation op = on("user");
        Operation team = op.on(model("team"));
        Selection.Branch parent = new Selection.Branch(
                team.relation("parent"),
                Predicate.every(),
                new Selection(model("team"), team.fields("name"), List.of()));
        Selection.Branch toTeam = new Selection.Branch(
                op.relation("team"),
                team.eq("name", "Team"),
                new Selection(model("team"), team.fields("name"), List.of(parent)));
        Operation profile = op.on(model("profile"));
        Selection.Branch toProfile = new Selection.Branch(
                op.relation("profile"),
                Predicate.every(),
                new Selection(model("profile"), profile.fields("bio"), List.of()));
        Selection selection = new Selection(USER, op.fields("id"), List.of(toTeam, toProfile));
        Find find = new Find(USER, Predicate.every(), List.of(op.asc("id")), null, null, selection, null);
        assertThat(lists(session.find(find, op.arguments())))
                .containsExactly(
                        asList("1", "t", "Team", "p", "Parent", "1", null),
                        asList("2", null, null, null, null, null, null),
                        asList("3", null, null, null, null, null, null));
    }

    @Test
    void conditionsOnRelatedRecords() {
        create("team", "id", "t", "name", "T");
        create("user", "id", "1", "email", "1", "teamId", "t");
        users("2");
        create("tag", "id", "red", "label", "Red");
        create("userTag", "id", "a", "userId", "1", "tagId", "red", "shown", false);
        create("userTag", "id", "b", "userId", "2", "tagId", "red", "shown", true);
        Operation op = on("user");
        Predicate inTeam = op.related("team", op.on(model("team")).eq("name", "T"));
        assertThat(ids(op, inTeam)).containsExactly("1");
        assertThat(ids(op, inTeam.negate())).containsExactly("2");
        Predicate red = op.on(TAG).eq("label", "Red");
        assertThat(ids(op, op.related("tags", red))).containsExactly("1", "2");
        Predicate shown = op.on(model("userTag")).eq("shown", true);
        assertThat(ids(op, new Predicate.Related(op.relation("tags"), shown, red, false)))
                .containsExactly("2");
        assertThat(ids(op, new Predicate.Related(op.relation("tags"), shown, red, true)))
                .containsExactly("1");
        Operation teams = on("team");
        assertThat(values(teams, model("team"), teams.related("users", Predicate.every()), "id"))
                .containsExactly("t");
    }

    @Test
    void targetsOfAHundredThousandParents() {
        create("team", "id", "t99999", "name", "1");
        create("user", "id", "u", "email", "u", "teamId", "t99999");
        Operation op = on("user");
        List<String> keys = IntStream.range(0, 100_000).mapToObj(i -> "t" + i).toList();
        Parents parents = new Parents(op.on(model("team")).relation("users"), op.slot(keys), Predicate.every());
        Selection selection = new Selection(USER, op.fields("id"), List.of());
        Find find = new Find(USER, Predicate.every(), List.of(op.asc("id")), null, null, selection, parents);
        assertThat(lists(session.find(find, op.arguments()))).containsExactly(asList("t99999", "u"));
    }

    @Test
    void targetsOfManyParentsWithOrderAndPagePerParent() {
        create("team", "id", "t1", "name", "1");
        create("team", "id", "t2", "name", "2");
        create("team", "id", "t3", "name", "3");
        for (int i = 1; i <= 5; i++) {
            create("user", "id", "u" + i, "email", "u" + i, "teamId", i < 5 ? "t1" : "t2", "age", i);
        }
        Operation op = on("user");
        Parents parents = new Parents(
                op.on(model("team")).relation("users"), op.slot(List.of("t1", "t2", "t3")), Predicate.every());
        Selection selection = new Selection(USER, op.fields("id"), List.of());
        List<Sort> sorts = List.of(op.desc("age"));
        Find all = new Find(USER, op.compare("age", Comparison.GREATER, 1), sorts, null, null, selection, parents);
        assertThat(lists(session.find(all, op.arguments())))
                .containsExactly(asList("t2", "u5"), asList("t1", "u4"), asList("t1", "u3"), asList("t1", "u2"));
        Slot skip = op.slot(1);
        Slot take = op.slot(2);
        Find paged = new Find(USER, Predicate.every(), sorts, skip, take, selection, parents);
        assertThat(lists(session.find(paged, op.arguments()))).containsExactly(asList("t1", "u3"), asList("t1", "u2"));
        Find first = new Find(USER, Predicate.every(), sorts, null, op.slot(1), selection, parents);
        assertThat(lists(session.find(first, op.arguments())))
                .containsExactlyInAnyOrder(asList("t1", "u4"), asList("t2", "u5"));
        Find rest = new Find(USER, Predicate.every(), sorts, op.slot(3), null, selection, parents);
        assertThat(lists(session.find(rest, op.arguments()))).containsExactly(asList("t1", "u1"));
    }

    @Test
    void targetsOfManyParentsHaveEmptyCellsForWhatIsNestedInThem() {
        create("team", "id", "t", "name", "T");
        create("user", "id", "u", "email", "u", "teamId", "t");
        Operation op = on("user");
        Find tags =
                new Find(TAG, Predicate.every(), List.of(), null, null, new Selection(TAG, List.of(), List.of()), null);
        Selection.Nested nested = new Selection.Nested(op.relation("tags"), Predicate.every(), tags);
        Selection selection = new Selection(USER, op.fields("id"), List.of(), List.of(nested));
        Parents parents = new Parents(op.on(model("team")).relation("users"), op.slot(List.of("t")), Predicate.every());
        Find find = new Find(USER, Predicate.every(), List.of(), null, null, selection, parents);
        assertThat(lists(session.find(find, op.arguments()))).containsExactly(asList("t", "u", null));
    }

    @Test
    void targetsThroughAJoinModelComeOncePerParent() {
        users("1", "2");
        create("tag", "id", "a", "label", "A");
        create("tag", "id", "b", "label", "B");
        create("userTag", "id", "x", "userId", "1", "tagId", "a", "shown", true);
        create("userTag", "id", "y", "userId", "1", "tagId", "a", "shown", true);
        create("userTag", "id", "z", "userId", "1", "tagId", "b", "shown", false);
        create("userTag", "id", "w", "userId", "2", "tagId", "a", "shown", true);
        Operation op = on("tag");
        Slot keys = op.slot(List.of("1", "2"));
        Selection selection = new Selection(TAG, op.fields("id", "label"), List.of());
        Parents parents = new Parents(op.on(USER).relation("tags"), keys, Predicate.every());
        Find find = new Find(TAG, Predicate.every(), List.of(op.asc("label")), null, null, selection, parents);
        assertThat(lists(session.find(find, op.arguments())))
                .containsExactlyInAnyOrder(asList("1", "a", "A"), asList("2", "a", "A"), asList("1", "b", "B"));
        Predicate shown = op.on(model("userTag")).eq("shown", true);
        Parents linked = new Parents(op.on(USER).relation("tags"), keys, shown);
        Find some = new Find(TAG, Predicate.every(), List.of(op.desc("label")), null, op.slot(1), selection, linked);
        assertThat(lists(session.find(some, op.arguments())))
                .containsExactlyInAnyOrder(asList("1", "a", "A"), asList("2", "a", "A"));
    }

    @Test
    void aggregatesAreExact() {
        create("user", "id", "1", "email", "1", "age", Integer.MAX_VALUE, "balance", new BigDecimal("0.1"));
        create("user", "id", "2", "email", "2", "age", Integer.MAX_VALUE, "balance", new BigDecimal("0.2"));
        create("user", "id", "3", "email", "3", "points", Long.MAX_VALUE);
        Operation op = on("user");
        List<Aggregate.Measure> measures = List.of(
                new Aggregate.Measure(Aggregate.Function.COUNT, null),
                new Aggregate.Measure(Aggregate.Function.COUNT, op.field("age")),
                new Aggregate.Measure(Aggregate.Function.SUM, op.field("age")),
                new Aggregate.Measure(Aggregate.Function.SUM, op.field("balance")),
                new Aggregate.Measure(Aggregate.Function.MAX, op.field("points")));
        assertThat(lists(session.aggregate(new Aggregate(USER, Predicate.every(), measures, null), op.arguments())))
                .containsExactly(asList(3L, 2L, new BigDecimal("4294967294"), new BigDecimal("0.3"), Long.MAX_VALUE));
        assertThat(lists(session.aggregate(
                        new Aggregate(USER, Predicate.every(), measures.subList(0, 1), op.field("age")),
                        op.arguments())))
                .containsExactlyInAnyOrder(asList(Integer.MAX_VALUE, 2L), asList(null, 1L));
        assertThat(lists(session.aggregate(new Aggregate(USER, Predicate.none(), measures, null), op.arguments())))
                .containsExactly(asList(0L, 0L, null, null, null));
    }
}
