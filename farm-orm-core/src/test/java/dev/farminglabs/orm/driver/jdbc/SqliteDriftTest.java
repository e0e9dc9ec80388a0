package dev.farminglabs.orm.driver.jdbc;

import static dev.farminglabs.orm.driver.jdbc.DriftContract.assertOne;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On SQLite, which changes no column that is there: the table is made again, with one thing that differs. */
class SqliteDriftTest extends SetupFixture {

    private static final Schema SCHEMA = Schema.of("item", DriftContract.ITEM);

    @Override
    SetupDatabase database() {
        return SetupDatabase.sqlite();
    }

    private List<Difference> after(String statement) {
        push(setup(SCHEMA));
        jdbc.execute(statement);
        return setup(SCHEMA).differences();
    }

    /** The table as a push makes it, but for that. */
    private List<Difference> with(String other, String insteadOf) {
        push(setup(SCHEMA));
        assertReady(setup(SCHEMA));
        String table = jdbc.queryForObject("select sql from sqlite_master where name = 'item'", String.class);
        List<String> indexes = jdbc.queryForList(
                "select sql from sqlite_master where type = 'index' and sql is not null", String.class);
        assertThat(table).contains(insteadOf);
        jdbc.execute("drop table \"item\"");
        jdbc.execute(table.replace(insteadOf, other));
        indexes.forEach(jdbc::execute);
        return setup(SCHEMA).differences();
    }

    @Test
    void aMissingTableIsOneDifference() {
        assertOne(setup(SCHEMA).differences(), "item", true, "a table", "nothing");
    }

    @Test
    void aMissingColumn() {
        assertThat(DriftContract.breaking(after("alter table \"item\" drop column \"note\"")))
                .hasSize(1);
    }

    @Test
    void extraColumns() {
        assertOne(after("alter table \"item\" add column \"more\" integer"), "item.more", false, "no such column");
    }

    @Test
    void aMissingUniqueKeyAndAMissingIndex() {
        assertOne(after("drop index \"item_code_key\""), "item.item_code_key", true, "unique");
        jdbc.execute("drop index \"item_parent_id_idx\"");
        assertThat(setup(SCHEMA).differences()).hasSize(2).anyMatch(found -> !found.breaking());
    }

    @Test
    void anIndexOfSomeRowsIsNoUniqueKey() {
        push(setup(SCHEMA));
        jdbc.execute("drop index \"item_code_key\"");
        jdbc.execute("create unique index \"partial\" on \"item\" (\"code\") where \"amount\" > 0");
        assertOne(setup(SCHEMA).differences(), "item.item_code_key", true, "unique");
    }

    @Test
    void anotherType() {
        assertOne(with("\"amount\" text", "\"amount\" integer"), "item.amount", true, "text");
    }

    @Test
    void anotherDefaultAndNone() {
        assertOne(with("default 2", "default 1"), "item.amount", false, "another default");
    }

    @Test
    void anotherRuleOfAReference() {
        assertOne(with("on delete set null", "on delete cascade"), "item.parent_id", true, "CASCADE", "SET NULL");
    }
}
