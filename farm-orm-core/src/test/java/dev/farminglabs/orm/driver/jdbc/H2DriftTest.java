package dev.farminglabs.orm.driver.jdbc;

/** On H2 in memory. */
class H2DriftTest extends DriftContract {

    @Override
    SetupDatabase database() {
        return SetupDatabase.h2();
    }
}
