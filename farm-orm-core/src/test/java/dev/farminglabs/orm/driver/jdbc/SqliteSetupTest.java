package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.definition.Naming;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.SetupStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On SQLite, a file for each test. It has no namespaces and no comments, and other names for types. */
class SqliteSetupTest extends SetupContract {

    @Override
    SetupDatabase database() {
        return SetupDatabase.sqlite();
    }

    @Override
    @Test
    void aForeignWriterGetsTheDefaults() {
        push(setup(Everything.SCHEMA));

        jdbc.update(
                "insert into \"account\" (\"id\", \"email\", \"tenant_id\", \"settings\") values ('1', 'e', 't', '{}')");

        Map<String, Object> row = jdbc.queryForMap("select * from \"account\"");
        assertThat(row.get("text")).isEqualTo(Everything.HOSTILE);
        assertThat(row.get("plan")).isEqualTo(Everything.Plan.PRO.code);
        assertThat(row.get("least")).isEqualTo(Integer.MIN_VALUE);
        assertThat(row.get("big")).isEqualTo(Long.MIN_VALUE);
        assertThat(row.get("active")).isEqualTo(1);
        assertThat((long) row.get("created_at"))
                .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    }

    @Override
    @Test
    void namespacePrefixAndNamesAsDeclared() {
        JdbcSetup setup = setup(Everything.SCHEMA, new PhysicalNaming(Naming.AS_DECLARED, "\"1", null));

        push(setup);

        assertReady(setup);
        jdbc.queryForList("select \"createdAt\" from \"\"\"1account\"");
    }

    /** Constraints come with their column, since none can be added later. */
    @Override
    @Test
    void columnsAreAddedToATableWithRecords() {
        push(setup(Schema.of("before", new Before())));
        JdbcSetup setup = setup(Schema.of("after", AFTER));

        List<SetupStep> steps = push(setup);

        assertThat(steps).hasAtLeastOneElementOfType(SetupStep.AddColumn.class);
        assertThat(steps).noneMatch(SetupStep.AddConstraint.class::isInstance);
        assertReady(setup);
    }
}
