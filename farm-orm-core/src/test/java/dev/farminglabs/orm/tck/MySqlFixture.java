package dev.farminglabs.orm.tck;

/** MySQL over real connections, where a server is; a place is a database of its own. */
public final class MySqlFixture implements StoreFixture {

    private final JdbcServer server = MySqlServer.get().orElseThrow();

    /** Whether there is a server; without one no fixture can be made. */
    public static boolean there() {
        return MySqlServer.get().isPresent();
    }

    @Override
    public String name() {
        return "MySQL " + server.version();
    }

    @Override
    public String server() {
        return server.origin();
    }

    @Override
    public JdbcPlace open() {
        return server.open();
    }

    @Override
    public boolean checksReferencesRecordByRecord() {
        return true;
    }
}
