package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.definition.Naming;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a push promises on every SQL database. */
abstract class SetupContract extends SetupFixture {

    // ------------------------------------------------------------------------------------------------ pushing

    @Test
    void everythingIsPushedOnceAndThenNothingIsMissingOrDifferent() {
        JdbcSetup setup = setup(Everything.SCHEMA);

        assertThat(push(setup)).isNotEmpty();

        assertReady(setup);
        assertThat(push(setup)).isEmpty();
    }

    @Test
    void aForeignWriterGetsTheDefaults() {
        push(setup(Everything.SCHEMA));

        jdbc.update(
                "insert into \"account\" (\"id\", \"email\", \"tenant_id\", \"settings\") values ('1', 'e', 't', '{}')");

        Map<String, Object> row = jdbc.queryForMap("select * from \"account\"");
        assertThat(row.get("text")).isEqualTo(Everything.HOSTILE);
        assertThat(row.get("short")).isEqualTo("a'b");
        assertThat(row.get("plan")).isEqualTo(Everything.Plan.PRO.code);
        assertThat(row.get("least")).isEqualTo(Integer.MIN_VALUE);
        assertThat(row.get("big")).isEqualTo(Long.MIN_VALUE);
        assertThat(row.get("amount").toString()).startsWith("-9.5");
        assertThat(row.get("active")).isEqualTo(true);
        assertThat(row.get("version")).isEqualTo(1L);
        assertThat(row.get("created_at")).isNotNull();
        assertThat(jdbc.queryForObject(
                        "select count(*) from \"account\" where \"since\" = timestamp with time zone '1969-12-31 23:59:59.123+00'"
                                + " and \"created_at\" <= current_timestamp",
                        Integer.class))
                .isOne();
    }

    @Test
    void constraintsHold() {
        push(setup(Everything.SCHEMA));
        jdbc.update(
                "insert into \"account\" (\"id\", \"email\", \"tenant_id\", \"settings\") values ('1', 'e', 't', '{}')");
        jdbc.update(
                "insert into \"account\" (\"id\", \"email\", \"tenant_id\", \"settings\") values ('2', 'f', 't', '{}')");
        jdbc.update(
                "insert into \"team\" (\"id\", \"owner_email\", \"expires_at\") values ('t1', 'e', current_timestamp)");
        jdbc.update("update \"account\" set \"home_id\" = 't1' where \"id\" = '2'");

        for (String refused : List.of(
                "update \"account\" set \"email\" = 'e'",
                "update \"account\" set \"plan\" = 'other'",
                "update \"account\" set \"tenant_id\" = null",
                "update \"team\" set \"owner_email\" = 'nobody'")) {
            assertThatThrownBy(() -> jdbc.update(refused)).as(refused).isNotNull();
        }
        jdbc.update("delete from \"account\" where \"id\" = '1'");

        assertThat(jdbc.queryForObject("select count(*) from \"team\"", Integer.class))
                .isZero();
        assertThat(jdbc.queryForMap("select * from \"account\"").get("home_id")).isNull();
    }

    @Test
    void numericIdsAreMadeOrGiven() {
        push(setup(Everything.SCHEMA));
        String columns = "(\"order\", \"user's \"\"own\"\"\"";

        jdbc.update("insert into \"select\" " + columns + ") values (1, 'FREE')");
        jdbc.update("insert into \"select\" " + columns + ", \"id\") values (2, 'FREE', 77)");

        assertThat(jdbc.queryForList("select \"id\" from \"select\" order by 1", Long.class))
                .contains(77L)
                .hasSize(2);
    }

    @Test
    void namespacePrefixAndNamesAsDeclared() {
        JdbcSetup setup = setup(Everything.SCHEMA, new PhysicalNaming(Naming.AS_DECLARED, "\"1", "name; space \"x\""));
        JdbcSetup other = setup(Everything.SCHEMA, new PhysicalNaming(Naming.AS_DECLARED, "\"2", "name; space \"x\""));

        assertThat(push(setup).get(0)).isInstanceOf(SetupStep.CreateNamespace.class);

        assertReady(setup);
        push(other);
        assertReady(other);
        assertReady(setup);
        assertThat(setup(Everything.SCHEMA).missing()).isNotEmpty();
        push(setup(Everything.SCHEMA));
        assertReady(setup(Everything.SCHEMA));
        jdbc.queryForList("select \"createdAt\" from \"name; space \"\"x\"\"\".\"\"\"1account\"");
    }

    @Test
    void eightPushesAtOnceEachWithOneConnection() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CyclicBarrier start = new CyclicBarrier(8);
        List<HikariDataSource> pools = new ArrayList<>();
        List<Future<Integer>> results = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                HikariDataSource own = database.pool();
                pools.add(own);
                JdbcSetup setup = new JdbcSetup(
                        own, Everything.SCHEMA.definition(PhysicalNaming.DEFAULT), () -> database.dialect());
                Callable<Integer> push = () -> {
                    start.await();
                    return push(setup).size();
                };
                results.add(threads.submit(push));
            }
            List<Integer> sizes = new ArrayList<>();
            for (Future<Integer> result : results) {
                sizes.add(result.get());
            }
            assertThat(sizes.stream().filter(size -> size > 0)).hasSize(1);
        } finally {
            threads.shutdownNow();
            pools.forEach(HikariDataSource::close);
        }
        assertReady(setup(Everything.SCHEMA));
    }

    @Test
    void joinsTheTransactionOfTheCaller() {
        JdbcSetup setup = setup(Everything.SCHEMA);

        new TransactionTemplate(new DataSourceTransactionManager(pool)).executeWithoutResult(status -> {
            push(setup);
            assertReady(setup);
        });

        assertReady(setup);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsAnOrmError() {
        DataSource unreachable = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLTransientConnectionException("none to be had");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
        JdbcSetup setup = new JdbcSetup(
                unreachable, Everything.SCHEMA.definition(PhysicalNaming.DEFAULT), () -> database.dialect());

        for (Runnable call : List.<Runnable>of(setup::missing, setup::differences, () -> push(setup))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(OrmError.class)
                    .hasCauseInstanceOf(SQLTransientConnectionException.class);
        }
    }

    @Test
    void aFailureInTheWorkGoesThroughAndLeavesTheLockFree() {
        JdbcSetup setup = setup(Everything.SCHEMA);

        assertThatThrownBy(() -> setup.exclusively(() -> {
                    throw new IllegalStateException("mine");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");

        push(setup);
        assertReady(setup);
    }

    // ------------------------------------------------------------------------------------------------ growing

    static final class Before extends Model<Before> {
        Before() {
            super("growing");
        }

        public final IdSpec<String> id = id();
    }

    static final class After extends Model<After> {
        After() {
            super("growing");
        }

        public final IdSpec<String> id = id();
        public final StringSpec title = string().nullable().describe("What it is called");
        public final EnumSpec<Everything.Single> kind =
                enumeration(Everything.Single.class).defaultTo(Everything.Single.ONLY);
        public final DateTimeSpec createdAt = datetime().defaultNow();
        public final StringSpec parentId =
                string().nullable().references(() -> AFTER.id).onDelete(OnDelete.CASCADE);
        public final StringSpec slug = string().nullable().uniqueIfPresent();
    }

    static final class Required extends Model<Required> {
        Required() {
            super("growing");
        }

        public final IdSpec<String> id = id();
        public final StringSpec needed = string();
    }

    static final After AFTER = new After();

    @Test
    void columnsAreAddedToATableWithRecords() {
        push(setup(Schema.of("before", new Before())));
        jdbc.update("insert into \"growing\" values ('1')");
        JdbcSetup setup = setup(Schema.of("after", AFTER));

        List<SetupStep> steps = push(setup);

        assertThat(steps).hasAtLeastOneElementOfType(SetupStep.AddColumn.class);
        assertThat(steps).hasAtLeastOneElementOfType(SetupStep.AddIndex.class);
        assertThat(steps).hasAtLeastOneElementOfType(SetupStep.AddConstraint.class);
        assertThat(steps).hasAtLeastOneElementOfType(SetupStep.AddComment.class);
        assertReady(setup);
        assertThat(jdbc.queryForMap("select * from \"growing\"").get("kind")).isEqualTo("ONLY");
        assertThat(setup(Schema.of("before", new Before())).differences()).allMatch(found -> !found.breaking());
    }

    @Test
    void aRequiredColumnWithoutDefaultSaysWhyItCannotBeAdded() {
        push(setup(Schema.of("before", new Before())));
        jdbc.update("insert into \"growing\" values ('1')");
        JdbcSetup setup = setup(Schema.of("required", new Required()));

        assertThatThrownBy(() -> push(setup))
                .isInstanceOf(OrmError.class)
                .hasMessageContaining("growing.needed")
                .hasMessageContaining("required and without a default");

        assertThat(setup.missing()).hasSize(1);
        jdbc.update("delete from \"growing\"");
        push(setup);
        assertReady(setup);
    }

    // ------------------------------------------------------------------------------------------------ names

    static final class LongNames extends Model<LongNames> {
        LongNames() {
            super("t".repeat(63));
        }

        public final IdSpec<String> id = id();
        public final StringSpec first = string().unique().column("a".repeat(63));
        public final StringSpec second = string().unique().column("a".repeat(62) + "b");
        public final EnumSpec<Everything.Plan> plan =
                enumeration(Everything.Plan.class).column("\u00e9".repeat(31));
        public final StringSpec parent =
                string().nullable().references(() -> LONG_NAMES.id).column("p".repeat(63));
    }

    static final LongNames LONG_NAMES = new LongNames();

    static final class TooLong extends Model<TooLong> {
        TooLong() {
            super("t".repeat(257));
        }

        public final IdSpec<String> id = id();
        public final StringSpec wide = string().column("\u00e9".repeat(129));
    }

    static final class JoinedA extends Model<JoinedA> {
        JoinedA() {
            super("a");
        }

        public final IdSpec<String> id = id();
        public final StringSpec b = string();
        public final StringSpec c = string();
        public final Unique2<String, String> both = unique(b, c);
    }

    static final class JoinedAb extends Model<JoinedAb> {
        JoinedAb() {
            super("a_b");
        }

        public final IdSpec<String> id = id();
        public final StringSpec c = string().unique();
    }

    static final class JoinedKey extends Model<JoinedKey> {
        JoinedKey() {
            super("a_pkey");
        }

        public final IdSpec<String> id = id();
    }

    @Test
    void namesAtTheLimit() {
        JdbcSetup setup = setup(Schema.of("long", LONG_NAMES));
        push(setup);
        assertReady(setup);
    }

    @Test
    void namesThatAreTooLongAreRefusedTogether() {
        assertThatThrownBy(() -> setup(Schema.of("long", new TooLong())).missing())
                .isInstanceOfSatisfying(
                        OrmError.class, error -> assertThat(error.code()).isEqualTo(OrmErrorCode.INVALID_SCHEMA))
                .hasMessageContaining("model tooLong")
                .hasMessageContaining("tooLong.wide");
    }

    @Test
    void namesThatWouldMeetDoNot() {
        JdbcSetup setup = setup(Schema.of("joined", new JoinedA(), new JoinedAb(), new JoinedKey()));
        push(setup);
        assertReady(setup);
    }
}
