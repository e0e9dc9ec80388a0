package dev.farminglabs.orm.autoconfigure.console.trace;

import dev.farminglabs.orm.driver.DelegatingSession;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Operations of a schema, heard.
 *
 * @param session does the work
 */
@SuppressWarnings("NullAway") // Java 17 does not read from class files that elements of an array may be null
record TracedSession(DriverSession session) implements DelegatingSession {

    @Override
    public List<@Nullable Object[]> find(Find find, Arguments arguments) {
        Supplier<List<@Nullable Object[]>> work = () -> session.find(find, arguments);
        return Trail.isRecording() ? Trail.step(Wording.of(find), work, rows -> records(rows.size())) : work.get();
    }

    @Override
    public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
        Supplier<List<@Nullable Object[]>> work = () -> session.aggregate(aggregate, arguments);
        return Trail.isRecording() ? Trail.step(Wording.of(aggregate), work, rows -> "done") : work.get();
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        Supplier<Written> work = () -> session.write(write, arguments);
        return Trail.isRecording()
                ? Trail.step(Wording.of(write), work, written -> records(written.count()))
                : work.get();
    }

    private static String records(long count) {
        return count + (count == 1 ? " record" : " records");
    }
}
