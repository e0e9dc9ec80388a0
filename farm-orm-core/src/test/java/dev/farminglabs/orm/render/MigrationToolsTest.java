package dev.farminglabs.orm.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.Stores;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.Company;
import dev.farminglabs.orm.tck.JdbcPlace;
import dev.farminglabs.orm.tck.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
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

/** The databases themselves, Flyway and Liquibase run the files, and then a setup finds nothing missing. */
class MigrationToolsTest {

    @TempDir
    Path directory;

    /** What runs the files of a directory in a database. */
    private interface Tool {
        void run(SqlDialect dialect, Path directory, DataSource database) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> theDatabaseItself() {
        return accepted("sql", "the database itself", this::statements);
    }

    @TestFactory
    Stream<DynamicTest> flyway() {
        return accepted("sql", "Flyway", this::flyway);
    }

    @TestFactory
    Stream<DynamicTest> liquibase() {
        return accepted("liquibase", "Liquibase", this::liquibase);
    }

    private Stream<DynamicTest> accepted(String artifact, String reader, Tool tool) {
        return AcceptedTable.row(artifact, reader)
                .tried()
                .map(dialect -> DynamicTest.dynamicTest(dialect.store(), () -> accepted(dialect, tool)));
    }

    private void accepted(SqlDialect dialect, Tool tool) throws Exception {
        Path files = directory.resolve(dialect.store());
        Artifacts.of(new Shop(), new Samples(), new Company())
                .sql(dialect, files.resolve("V1__all.sql"))
                .liquibase(dialect, files.resolve("changelog.sql"))
                .write();
        try (JdbcPlace place = AcceptedTable.open(dialect)) {
            DataSource database = (DataSource) place.store();
            tool.run(dialect, files, database);
            for (SchemaDefinition schema :
                    ShopText.sources(new Shop(), new Samples(), new Company()).schemas()) {
                Setup setup = Setup.of(schema, Stores.open(database));
                assertThat(setup.plan()).isEmpty();
                assertThat(setup.drift()).filteredOn(Difference::breaking).isEmpty();
            }
        }
    }

    private void statements(SqlDialect dialect, Path files, DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (Part part :
                    SchemaParts.fresh(ShopText.sources(new Shop(), new Samples(), new Company()), dialect.ddl())) {
                assertThat(Target.read(files.resolve("V1__all.sql"))).contains("\n" + part.statement() + ";\n");
                statement.execute(part.statement());
            }
        }
    }

    private void flyway(SqlDialect dialect, Path files, DataSource database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + files)
                .placeholderReplacement(false)
                .load();
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    private void liquibase(SqlDialect dialect, Path files, DataSource database) throws Exception {
        for (int runs = 0; runs < 2; runs++) {
            try (Connection connection = database.getConnection();
                    DirectoryResourceAccessor resources = new DirectoryResourceAccessor(files)) {
                var target =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                new Liquibase("changelog.sql", resources, target).update("");
            }
        }
    }
}
