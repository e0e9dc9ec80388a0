package dev.farminglabs.orm.driver.jdbc;

import org.junit.jupiter.api.Test;

/** On H2 in memory. */
class H2SetupTest extends SetupContract {

    @Override
    SetupDatabase database() {
        return SetupDatabase.h2();
    }

    @Test
    void inTheModeOfPostgresql() {
        pool.close();
        database = new SetupDatabase(
                database.dialect(), "jdbc:h2:mem:mode;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        pool = database.pool();

        push(setup(Everything.SCHEMA));

        assertReady(setup(Everything.SCHEMA));
    }
}
