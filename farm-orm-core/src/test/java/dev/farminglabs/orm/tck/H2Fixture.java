package dev.farminglabs.orm.tck;

import java.util.concurrent.atomic.AtomicInteger;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;

/** H2 in this process; a place is a database of its own. */
public final class H2Fixture implements StoreFixture {

    private static final AtomicInteger PLACES = new AtomicInteger();
    private static final JdbcPlace.Words WORDS = new JdbcPlace.Words(
            "select table_name || ' ' || lock_type from information_schema.locks", "drop all objects");

    @Override
    public String name() {
        return "H2 " + Constants.VERSION;
    }

    @Override
    public @Nullable String server() {
        return null;
    }

    @Override
    public boolean checksReferencesRecordByRecord() {
        return true;
    }

    @Override
    public JdbcPlace open() {
        String url = "jdbc:h2:mem:tck" + PLACES.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
        return new JdbcPlace(url, "sa", "", WORDS);
    }
}
