package dev.farminglabs.orm.tck;

/** MariaDB over real connections; a place is a database of its own. */
public final class MariaDbFixture implements StoreFixture {

    @Override
    public String name() {
        return "MariaDB " + MariaDbServer.get().version();
    }

    @Override
    public String server() {
        return MariaDbServer.get().origin();
    }

    @Override
    public JdbcPlace open() {
        return MariaDbServer.get().open();
    }

    @Override
    public boolean checksReferencesRecordByRecord() {
        return true;
    }
}
