package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaSource;
import dev.farminglabs.orm.driver.SetupStep;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;

/** A new database for each test, with a pool of one connection that has to be idle in the end. */
abstract class SetupFixture {

    SetupDatabase database;
    HikariDataSource pool;
    JdbcTemplate jdbc;

    abstract SetupDatabase database();

    @BeforeEach
    void open() {
        database = database();
        pool = database.pool();
        jdbc = new JdbcTemplate(pool);
    }

    @AfterEach
    void close() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        pool.close();
    }

    JdbcSetup setup(SchemaSource schema) {
        return setup(schema, PhysicalNaming.DEFAULT);
    }

    JdbcSetup setup(SchemaSource schema, PhysicalNaming naming) {
        return new JdbcSetup(pool, schema.definition(naming), () -> database.dialect());
    }

    static List<SetupStep> push(JdbcSetup setup) {
        return setup.exclusively(() -> {
            List<SetupStep> steps = setup.missing();
            setup.apply(steps);
            return steps;
        });
    }

    static void assertReady(JdbcSetup setup) {
        assertThat(setup.missing()).isEmpty();
        assertThat(setup.differences()).isEmpty();
    }
}
