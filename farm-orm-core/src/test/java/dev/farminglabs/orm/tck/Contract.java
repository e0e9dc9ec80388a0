package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.OrmClientBuilder;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;

/**
 * What all topics share: a client of a schema on an empty place, a clock, and the checks after every test.
 *
 * @param <S> the schema
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(StoresRun.class)
public abstract class Contract<S extends Schema> implements OnStore {

    /**
     * The time every test begins at. It is finer than a millisecond, as real clocks are, and far ahead of them, so that a
     * store that removes by its own clock leaves it to the library to hide what is past its time.
     */
    protected static final Instant START = Instant.parse("2126-03-01T12:00:00.123456Z");

    /** What {@link #START} is stored as. */
    protected static final Instant START_STORED = Instant.parse("2126-03-01T12:00:00.123Z");

    /** The clock of every client of the test. */
    protected final TestClock clock = new TestClock(START);

    private final S schema;
    private final List<OrmClient<?>> opened = new ArrayList<>();
    private StorePlace place;

    /** The client. */
    protected OrmClient<S> orm;

    /** A contract about that schema. */
    protected Contract(S schema) {
        this.schema = schema;
    }

    @BeforeAll
    final void openPlace() {
        StoresRun.record(fixture());
        place = fixture().open();
        orm = open(schema, "");
    }

    @AfterAll
    final void closePlace() {
        if (place != null) {
            place.close();
        }
    }

    /** Emptying from another thread also shows that this one holds no lock. */
    @AfterEach
    final void leaveNothingOpen() throws Exception {
        place.assertQuiet();
        clock.set(Instant.EPOCH); // nothing is past its time then
        CompletableFuture.runAsync(() -> opened.forEach(Contract::empty)).get(30, TimeUnit.SECONDS);
        clock.set(START);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Model<?> cannot be named as an M extends Model<M>
    private static void empty(OrmClient<?> client) {
        List<Model<?>> models = new ArrayList<>(client.schema().models());
        Collections.reverse(models);
        List<ModelDefinition> variants = client.schema().definition(PhysicalNaming.DEFAULT).models().stream()
                .filter(model -> model.variantOf() != null)
                .toList();
        models.removeIf(model -> variants.stream().anyMatch(one -> one.modelClass() == model.getClass()));
        models.forEach(
                model -> client.acrossTenants().model((Model) model).all().purge());
    }

    /** A client of another schema in the same place, on tables with that prefix. */
    protected final <T extends Schema> OrmClient<T> open(T other, String prefix) {
        OrmClientBuilder<T> builder = builder(other).prefix(prefix);
        builder.setup().push();
        OrmClient<T> client = builder.connect();
        opened.add(client);
        return client;
    }

    /** A builder on the same place with the test's clock. */
    protected final <T extends Schema> OrmClientBuilder<T> builder(T other) {
        return FarmOrm.client(other, place.store()).clock(clock);
    }

    /** The place. */
    protected final StorePlace place() {
        return place;
    }

    /** What the store can do. */
    protected final Capabilities capabilities() {
        return orm.capabilities();
    }

    /** The call fails as every failure does: a Spring exception that is an {@code OrmError} with that code. */
    protected static OrmError failure(OrmErrorCode code, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(DataAccessException.class).isInstanceOf(OrmError.class);
        OrmError error = (OrmError) thrown;
        assertThat(error.code()).as(thrown.getMessage()).isEqualTo(code);
        return error;
    }

    /** The message of a failed call. */
    protected static String message(OrmError error) {
        return String.valueOf(((Throwable) error).getMessage());
    }

    /** The call cannot mean anything and is refused with that in the message. */
    protected static void refused(String part, ThrowingCallable call) {
        assertThat(message(failure(OrmErrorCode.INVALID_QUERY, call))).contains(part);
    }
}
