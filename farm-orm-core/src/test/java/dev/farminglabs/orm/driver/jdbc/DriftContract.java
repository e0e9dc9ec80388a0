package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is reported of a database that differs, on every SQL database. */
abstract class DriftContract extends SetupFixture {

    static final class Item extends Model<Item> {
        public final IdSpec<String> id = id();
        public final StringSpec name = string();
        public final StringSpec code = string().length(10).unique();
        public final NumberSpec<Integer> amount = integer().defaultTo(1);
        public final EnumSpec<Everything.Plan> plan = enumeration(Everything.Plan.class);
        public final StringSpec parentId =
                string().nullable().references(() -> ITEM.id).onDelete(OnDelete.CASCADE);
        public final StringSpec note = string().nullable().describe("A note");
    }

    static final Item ITEM = new Item();

    List<Difference> after(String... statements) {
        JdbcSetup setup = setup(Schema.of("item", ITEM));
        push(setup);
        assertReady(setup);
        return then(statements);
    }

    List<Difference> then(String... statements) {
        for (String statement : statements) {
            jdbc.execute(statement);
        }
        return setup(Schema.of("item", ITEM)).differences();
    }

    static List<Difference> breaking(List<Difference> differences) {
        return differences.stream().filter(Difference::breaking).toList();
    }

    static void assertOne(List<Difference> differences, String where, boolean breaking, String... words) {
        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).where()).isEqualTo(where);
        assertThat(differences.get(0).breaking()).isEqualTo(breaking);
        assertThat(differences.get(0).toString()).contains(words);
    }

    @Test
    void aMissingTableIsOneDifference() {
        assertOne(setup(Schema.of("item", ITEM)).differences(), "item", true, "a table", "nothing");
    }

    @Test
    void aMissingColumn() {
        assertThat(after("alter table \"item\" drop column \"name\"")).hasSize(1);
    }

    @Test
    void anotherType() {
        assertOne(
                breaking(after("alter table \"item\" alter column \"name\" set data type character varying(5)")),
                "item.name",
                true,
                "character varying(5)");
    }

    @Test
    void aNarrowerLength() {
        assertOne(
                breaking(after("alter table \"item\" alter column \"code\" set data type character varying(5)")),
                "item.code",
                true,
                "character varying(5)");
    }

    @Test
    void aWiderType() {
        assertOne(
                after("alter table \"item\" alter column \"amount\" set data type bigint"),
                "item.amount",
                false,
                "integer",
                "bigint");
    }

    @Test
    void requiredThereAndNotHere() {
        assertOne(after("alter table \"item\" alter column \"note\" set not null"), "item.note", true, "nullable");
    }

    @Test
    void requiredHereAndNotThere() {
        assertOne(
                after("alter table \"item\" alter column \"name\" drop not null"),
                "item.name",
                false,
                "found nullable");
    }

    @Test
    void noDefaultAndAnotherDefault() {
        assertOne(after("alter table \"item\" alter column \"amount\" drop default"), "item.amount", false, "none");
        assertOne(
                then("alter table \"item\" alter column \"amount\" set default 2"),
                "item.amount",
                false,
                "another default");
    }

    @Test
    void aDefaultTheSchemaDoesNotKnowIsNoDifference() {
        assertThat(after("alter table \"item\" alter column \"name\" set default 'x'"))
                .isEmpty();
    }

    @Test
    void aMissingIndexAndUniqueKey() {
        assertOne(
                after(
                                "alter table \"item\" drop constraint \"item_parent_id_fkey\"",
                                "drop index \"item_parent_id_idx\"")
                        .stream()
                        .filter(found -> !found.breaking())
                        .toList(),
                "item.item_parent_id_idx",
                false,
                "index");
        assertOne(breaking(after("drop index \"item_code_key\"")), "item.item_code_key", true, "unique");
    }

    @Test
    void aMissingReferenceAndAnotherRule() {
        assertOne(
                after("alter table \"item\" drop constraint \"item_parent_id_fkey\""),
                "item.parent_id",
                true,
                "a reference to item.id");
        assertOne(
                after(
                        "alter table \"item\" drop constraint \"item_parent_id_fkey\"",
                        "alter table \"item\" add foreign key (\"parent_id\") references \"item\" (\"id\") on delete set null"),
                "item.parent_id",
                true,
                "CASCADE",
                "SET NULL");
    }

    @Test
    void aMissingCheckAndANarrowerOne() {
        String drop = "alter table \"item\" drop constraint \"item_plan_check\"";
        assertOne(after(drop), "item.plan", false, "a check");
        assertOne(
                after(drop, "alter table \"item\" add constraint \"c\" check (\"plan\" in ('FREE', 'PRO'))"),
                "item.plan",
                true,
                "refuses [TEAM]");
    }

    @Test
    void extraColumns() {
        assertOne(after("alter table \"item\" add column \"more\" integer"), "item.more", false, "no such column");
        assertOne(
                then(
                        "alter table \"item\" drop column \"more\"",
                        "alter table \"item\" add column \"must\" integer not null"),
                "item.must",
                true,
                "required");
    }

    @Test
    void anotherComment() {
        assertOne(after("comment on column \"item\".\"note\" is 'changed'"), "item.note", false, "another comment");
    }

    @Test
    void aTableSomebodyElseMadeWithoutKeys() {
        jdbc.execute("create table \"item\" (\"id\" character varying not null, \"legacy\" integer)");
        JdbcSetup setup = setup(Schema.of("item", ITEM));

        push(setup);

        assertThat(setup.missing()).isEmpty();
        assertThat(setup.differences()).noneMatch(Difference::breaking);
    }
}
