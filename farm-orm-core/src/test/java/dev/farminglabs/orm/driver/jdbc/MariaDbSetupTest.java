package dev.farminglabs.orm.driver.jdbc;

import static dev.farminglabs.orm.driver.jdbc.DriftContract.assertOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
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

    private static final class Before extends Model<Before> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final DateTimeField deletedAt = softDelete();

        Before() {
            super("people");
        }
    }

    private static final class After extends Model<After> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final DateTimeField deletedAt = softDelete();
        public final BooleanField live = live();

        After() {
            super("people");
        }
    }

    private static final Schema BEFORE = Schema.of("people", new Before());
    private static final Schema AFTER = Schema.of("people", new After());

    /** An entry of an index has room for it beside text without a declared length. */
    @Test
    void whatSaysLiveLaterGetsItsKeys() {
        push(setup(BEFORE));

        assertThat(push(setup(AFTER)))
                .extracting(SetupStep::what)
                .containsExactly("column people.live", "unique key people_name_live_key of table people");

        assertThat(setup(AFTER).missing()).isEmpty();
        assertOne(setup(AFTER).differences(), "people.people_name_key", true, "[name] alone");
        jdbc.execute("drop index people_name_key on people");
        assertReady(setup(AFTER));
    }

    /** The server would say so in the middle of a push, or make an index that no catalog tells from none. */
    @Test
    void aKeyOverTextThatNoIndexHoldsIsRefusedBeforeAnythingIsAdded() {
        push(setup(BEFORE));
        for (String type : List.of("longtext", "varchar(768)")) {
            jdbc.execute("drop index if exists people_name_key on people");
            jdbc.execute("alter table people modify name " + type + " not null");
            String obstacle = "an index does not hold name as " + type + ", which has to be varchar(763)";

            assertThatThrownBy(() -> push(setup(AFTER)))
                    .isInstanceOfSatisfying(
                            OrmError.class, error -> assertThat(error.code()).isEqualTo(OrmErrorCode.INVALID_SCHEMA))
                    .hasMessageContaining("\n  - unique key people_name_live_key of table people: " + obstacle);

            assertThat(setup(AFTER).differences())
                    .contains(new Difference(
                            "people.people_name_live_key",
                            "unique over [name, live]",
                            "nothing, as " + obstacle,
                            true));
        }
        push(setup(BEFORE)); // a key alone has the room of 768
        jdbc.execute("alter table people modify name varchar(763) not null");
        push(setup(AFTER));
        assertThat(setup(AFTER).missing()).isEmpty();
    }
}
