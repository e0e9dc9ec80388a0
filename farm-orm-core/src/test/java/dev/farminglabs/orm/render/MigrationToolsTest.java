package dev.farminglabs.orm.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.Company;
import dev.farminglabs.orm.tck.H2Fixture;
import dev.farminglabs.orm.tck.JdbcPlace;
import dev.farminglabs.orm.tck.PostgreSqlFixture;
import dev.farminglabs.orm.tck.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Flyway and Liquibase run the files, and then a setup finds nothing missing. */
class MigrationToolsTest {

    @TempDir
    Path directory;

    /** A tool, given the directory of the files and the database. */
    private interface Tool {
        void run(Path directory, DataSource database) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> acceptedBy() {
        return Stream.of(SqlDialect.H2, SqlDialect.POSTGRESQL)
                .flatMap(dialect ->
                        Map.<String, Tool>of("Flyway", this::flyway, "Liquibase", this::liquibase).entrySet().stream()
                                .map(tool -> DynamicTest.dynamicTest(
                                        tool.getKey() + " on " + dialect.store(),
                                        () -> accepted(dialect, tool.getValue()))));
    }

    private void accepted(SqlDialect dialect, Tool tool) throws Exception {
        Artifacts.of(new Shop(), new Samples(), new Company())
                .sql(dialect, directory.resolve(dialect + "/V1__all.sql"))
                .liquibase(dialect, directory.resolve(dialect + "/changelog.sql"))
                .write();
        try (JdbcPlace place = dialect == SqlDialect.H2 ? new H2Fixture().open() : postgres()) {
            DataSource database = (DataSource) place.store();
            tool.run(directory.resolve(dialect.toString()), database);
            tool.run(directory.resolve(dialect.toString()), database);
            for (SchemaDefinition schema :
                    ShopText.sources(new Shop(), new Samples(), new Company()).schemas()) {
                Setup setup = Setup.of(schema, dev.farminglabs.orm.driver.Stores.open(database));
                assertThat(setup.plan()).isEmpty();
                assertThat(setup.drift()).filteredOn(Difference::breaking).isEmpty();
            }
        }
    }

    private static JdbcPlace postgres() {
        return (JdbcPlace) new PostgreSqlFixture().open();
    }

    private void flyway(Path files, DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + files)
                .placeholderReplacement(false)
                .load()
                .migrate();
    }

    private void liquibase(Path files, DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                DirectoryResourceAccessor resources = new DirectoryResourceAccessor(files)) {
            var target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new Liquibase("changelog.sql", resources, target).update("");
        }
    }
}
