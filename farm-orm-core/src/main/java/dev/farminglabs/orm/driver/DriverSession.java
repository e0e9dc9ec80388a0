package dev.farminglabs.orm.driver;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out operations on one store for one schema. Thread-safe; a call stays on the caller's thread. Rows hold values
 * in the Java types of {@link dev.farminglabs.orm.definition.FieldKind}. Every failure is a {@code DataAccessException}
 * that implements {@link dev.farminglabs.orm.error.OrmError}.
 */
public interface DriverSession {

    /**
     * The id a new record gets when the caller gives none, where this store derives ids from the record's other values; empty
     * where the library makes it.
     *
     * @param row the values of the record by position, all but the id
     */
    Optional<String> naturalId(ModelDefinition model, @Nullable Object[] row);

    /** The rows, laid out as {@link Find} says. */
    List<@Nullable Object[]> find(Find find, Arguments arguments);

    /** The rows of an aggregate. */
    List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments);

    /** Carries out one write, atomically. */
    Written write(Write write, Arguments arguments);

    /**
     * Carries out writes in order, in as few round trips as the store allows. Not atomic: when one fails, those before it
     * have happened and those after it have not.
     *
     * @param done takes what each write did, in order, as far as they have happened; it does not come back to this session
     */
    void batch(List<WriteCall> calls, Consumer<Written> done);

    /**
     * Runs the work in a transaction of the calling thread: committed when it returns, rolled back when it throws. Joins
     * a transaction that is under way.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} on a store without
     *     transactions; the work has not been started
     */
    <T extends @Nullable Object> T transaction(Supplier<T> work);
}
