package dev.farminglabs.orm.driver.jdbc;

import static dev.farminglabs.orm.driver.jdbc.DriftContract.assertOne;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Difference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On MariaDB: what is special about its catalog. The contract kit has the rest. */
class MariaDbSetupTest extends SetupFixture {

    private static final Schema SCHEMA = Schema.of("item", DriftContract.ITEM);

    /** The others of them have names with characters that MariaDB keeps in no name. */
    private static final Schema EVERYTHING = Schema.of("everything", Everything.ACCOUNT, Everything.TEAM);

    @Override
    SetupDatabase database() {
        return SetupDatabase.mariaDb();
    }

    private List<Difference> after(String statement) {
        push(setup(SCHEMA));
        jdbc.execute(statement);
        return setup(SCHEMA).differences();
    }

    /** Whatever a default, a name or a comment is made of. */
    @Test
    void nothingDiffersRightAfterAPush() {
        JdbcSetup setup = setup(EVERYTHING);

        push(setup);

        assertReady(setup);
    }

    @Test
    void aForeignWriterGetsTheDefaults() {
        push(setup(EVERYTHING));

        jdbc.update("insert into account (id, email, tenant_id, settings) values ('1', 'e', 't', '{}')");

        Map<String, Object> row = jdbc.queryForMap("select * from account");
        assertThat(row.get("text")).isEqualTo(Everything.HOSTILE);
        assertThat(row.get("plan")).isEqualTo(Everything.Plan.PRO.code);
    }

    @Test
    void anotherDefault() {
        assertOne(after("alter table item alter column amount set default 2"), "item.amount", false, "another default");
    }

    @Test
    void aNarrowerLength() {
        assertThat(DriftContract.breaking(after("alter table item modify code varchar(5) not null")))
                .hasSize(1);
    }

    @Test
    void aCollationThatTakesDifferentTextsForEqual() {
        assertOne(
                after("alter table item modify name longtext collate utf8mb4_general_ci not null"),
                "item.name",
                true,
                "equal");
    }

    @Test
    void aMissingReferenceIsBreaking() {
        assertOne(
                after("alter table item drop foreign key item_parent_id_fkey"),
                "item.parent_id",
                true,
                "a reference to item.id");
    }
}
