package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.Schema;
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
    void whatASetupFailedOfIsToldThoughItsConnectionIsLostToo() {
        IllegalStateException reason = new IllegalStateException("mine");

        Throwable thrown = catchThrowable(() -> setup(SCHEMA).exclusively(() -> {
            catchThrowable(() -> jdbc.execute("kill connection_id()"));
            throw reason;
        }));

        assertThat(thrown).isSameAs(reason);
        assertThat(reason.getSuppressed()).isNotEmpty();
    }
}
