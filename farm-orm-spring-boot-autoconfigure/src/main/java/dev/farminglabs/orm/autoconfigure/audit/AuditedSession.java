package dev.farminglabs.orm.autoconfigure.audit;

import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DelegatingSession;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes note of each write that changed something. */
@SuppressWarnings("NullAway") // Java 17 does not read from class files that elements of an array may be null
final class AuditedSession implements DelegatingSession {

    private final DriverSession session;
    private final SchemaDefinition schema;
    private final AuditedDriver audited;

    AuditedSession(DriverSession session, SchemaDefinition schema, AuditedDriver audited) {
        this.session = session;
        this.schema = schema;
        this.audited = audited;
    }

    @Override
    public DriverSession session() {
        return session;
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        Written written = session.write(write, arguments);
        note(write, written);
        return written;
    }

    @Override
    public void batch(List<WriteCall> calls, Consumer<Written> done) {
        Iterator<WriteCall> next = calls.iterator();
        session.batch(calls, written -> {
            note(next.next().write(), written);
            done.accept(written);
        });
    }

    @Override
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return audited.recorder().transaction(() -> session.transaction(work));
    }

    private void note(Write write, Written written) {
        if (written.outcome() != Written.Outcome.NOTHING && written.count() > 0) {
            audited.recorder()
                    .record(
                            schema.name(),
                            write.model().name(),
                            operation(write, written),
                            written.count(),
                            () -> audited.capabilities().supportsTransactions());
        }
    }

    /** What happened; a soft delete changes the mark, and so does taking it back. */
    private static String operation(Write write, Written written) {
        if (write instanceof Write.Update update
                && update.changes().stream().anyMatch(change -> change.field().is(FieldRole.SOFT_DELETE))) {
            return "mark";
        }
        return switch (written.outcome()) {
            case CREATED -> "create";
            case UPDATED -> "update";
            case DELETED -> "delete";
            case NOTHING -> "nothing";
        };
    }
}
