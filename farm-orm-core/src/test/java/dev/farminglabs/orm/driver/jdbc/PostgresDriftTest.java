package dev.farminglabs.orm.driver.jdbc;

import org.junit.jupiter.api.Test;

/** On PostgreSQL. */
class PostgresDriftTest extends DriftContract {

    @Override
    SetupDatabase database() {
        return SetupDatabase.postgresql();
    }

    @Test
    void anotherCollationIsReported() {
        assertOne(
                after("alter table item alter column name type text collate \"en-x-icu\""),
                "item.name",
                false,
                "code points",
                "en-x-icu");
    }

    @Test
    void aCollationThatTakesDifferentTextsForEqualIsBreaking() {
        assertOne(
                after(
                        "create collation loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                        "alter table item alter column name type text collate loose"),
                "item.name",
                true,
                "loose",
                "equal");
    }

    @Test
    void indexesThatDoNotServeAreNotTakenForThoseThatDo() {
        assertOne(
                after(
                        "drop index item_code_key",
                        "create unique index partial on item (code) where amount > 0",
                        "create unique index lowered on item (lower(code))",
                        "create index hashed on item using hash (code)"),
                "item.item_code_key",
                true,
                "unique");
    }

    @Test
    void aNumberThatIsAlwaysMadeIsReported() {
        push(setup(Everything.SCHEMA));
        jdbc.execute("alter table \"select\" alter column id set generated always");

        assertOne(setup(Everything.SCHEMA).differences(), "select.id", true, "always made");
    }
}
