package dev.farminglabs.orm.driver.jdbc;

import static dev.farminglabs.orm.driver.jdbc.DriftContract.assertOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On MariaDB, which says a column anew to change one thing of it. */
class MariaDbDriftTest extends SetupFixture {

    private static final Schema SCHEMA = Schema.of("item", DriftContract.ITEM);

    /** What text has that the library makes. */
    private static final String EXACT = " collate utf8mb4_nopad_bin ";

    @Override
    SetupDatabase database() {
        return SetupDatabase.mariaDb();
    }

    private List<Difference> after(String... changes) {
        push(setup(SCHEMA));
        assertReady(setup(SCHEMA));
        return then(changes);
    }

    private List<Difference> then(String... changes) {
        for (String change : changes) {
            jdbc.execute("alter table item " + change);
        }
        return setup(SCHEMA).differences();
    }

    @Test
    void aMissingTableIsOneDifference() {
        assertOne(setup(SCHEMA).differences(), "item", true, "a table", "nothing");
    }

    @Test
    void aMissingColumn() {
        assertOne(after("drop column note"), "item.note", true, "a column", "nothing");
    }

    @Test
    void extraColumns() {
        assertOne(after("add column more int"), "item.more", false, "no such column");
        assertOne(then("drop column more", "add column must int not null"), "item.must", true, "required");
    }

    @Test
    void anotherTypeAndAWiderOne() {
        assertOne(after("modify amount bigint not null default 1"), "item.amount", false, "int", "bigint");
        assertOne(
                DriftContract.breaking(then("modify amount varchar(9) not null default '1'")),
                "item.amount",
                true,
                "varchar(9)");
    }

    @Test
    void aNarrowerLength() {
        assertOne(after("modify code varchar(5)" + EXACT + "not null"), "item.code", true, "varchar(5)");
    }

    @Test
    void requiredThereAndNotHere() {
        assertOne(after("modify note longtext" + EXACT + "not null comment 'A note'"), "item.note", true, "nullable");
    }

    @Test
    void requiredHereAndNotThere() {
        assertOne(after("modify name longtext" + EXACT + "null"), "item.name", false, "found nullable");
    }

    @Test
    void noDefaultAndAnotherDefault() {
        assertOne(after("alter column amount drop default"), "item.amount", false, "none");
        assertOne(then("alter column amount set default 2"), "item.amount", false, "another default");
    }

    @Test
    void aCollationThatTakesDifferentTextsForEqual() {
        assertOne(after("modify name longtext collate utf8mb4_general_ci not null"), "item.name", true, "equal");
    }

    @Test
    void aMissingUniqueKeyAndAMissingIndex() {
        assertOne(after("drop index item_code_key"), "item.item_code_key", true, "unique");
        assertThat(then("drop foreign key item_parent_id_fkey", "drop index item_parent_id_idx"))
                .extracting(Difference::where, Difference::breaking)
                .containsExactlyInAnyOrder(
                        tuple("item.item_code_key", true),
                        tuple("item.parent_id", true),
                        tuple("item.item_parent_id_idx", false));
    }

    @Test
    void anIndexThatIsNotUniqueIsNoUniqueKey() {
        assertOne(
                after("drop index item_code_key", "add index item_code_key (code)"),
                "item.item_code_key",
                true,
                "unique");
    }

    @Test
    void aMissingReferenceAndAnotherRule() {
        assertOne(after("drop foreign key item_parent_id_fkey"), "item.parent_id", true, "a reference to item.id");
        assertOne(
                then("add foreign key (parent_id) references item (id) on delete set null"),
                "item.parent_id",
                true,
                "CASCADE",
                "SET NULL");
    }

    @Test
    void aMissingCheckAndANarrowerOne() {
        assertOne(after("drop constraint item_plan_check"), "item.plan", false, "a check");
        assertOne(then("add constraint c check (plan in ('FREE', 'PRO'))"), "item.plan", true, "refuses [TEAM]");
    }

    @Test
    void anotherComment() {
        assertOne(after("modify note longtext" + EXACT + "comment 'changed'"), "item.note", false, "another comment");
    }
}
