package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Capabilities.Batching;
import dev.farminglabs.orm.driver.Capabilities.NativeRelations;
import dev.farminglabs.orm.driver.Capabilities.NumericIds;
import dev.farminglabs.orm.driver.Capabilities.Returning;
import dev.farminglabs.orm.driver.Capabilities.Support;
import dev.farminglabs.orm.driver.Capabilities.TextMatching;
import dev.farminglabs.orm.driver.Capabilities.TextOrder;
import dev.farminglabs.orm.driver.Capabilities.Transactions;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** A store without transactions that has tables and no rows, and counts how often somebody would have had to connect. */
public final class FixtureDriver implements Driver {

    public final String name;
    public final AtomicInteger connections = new AtomicInteger();
    public final Set<String> tables = new TreeSet<>();
    final List<String> prefixes = new ArrayList<>();
    public final List<String> addresses = new ArrayList<>();
    public final AtomicInteger pings = new AtomicInteger();

    @Nullable
    DataAccessException onPush;

    public @Nullable RuntimeException onPing;

    public FixtureDriver(String name) {
        this.name = name;
    }

    @Override
    public String store() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        connections.incrementAndGet();
        return new Capabilities(
                name,
                Transactions.SINGLE_CALL,
                Support.NATIVE,
                Support.NATIVE,
                Support.EMULATED,
                Support.EMULATED,
                NumericIds.MANUAL,
                new Returning(true, true, true),
                new NativeRelations(false, false, false, false, false, false),
                false,
                TextMatching.EXACT,
                TextOrder.CODE_POINT,
                false,
                Batching.SEQUENTIAL,
                true,
                true);
    }

    @Override
    public List<String> addresses() {
        return addresses;
    }

    @Override
    public void ping() {
        pings.incrementAndGet();
        if (onPing != null) {
            throw onPing;
        }
    }

    @Override
    public DriverSession session(SchemaDefinition schema) {
        prefixes.add(schema.naming().prefix());
        return new Session(schema);
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        return new Operations(schema);
    }

    private List<String> missing(SchemaDefinition schema) {
        return schema.models().stream()
                .map(schema::table)
                .filter(table -> !tables.contains(table))
                .toList();
    }

    private final class Session implements DriverSession {
        private final SchemaDefinition schema;

        Session(SchemaDefinition schema) {
            this.schema = schema;
        }

        private void checkTables() {
            connections.incrementAndGet();
            List<String> missing = missing(schema);
            if (!missing.isEmpty()) {
                throw OrmFailure.of(OrmErrorCode.MISSING_TABLE, "There is no table " + missing.get(0) + ".")
                        .about(schema.models().get(0).name(), List.of())
                        .at(name)
                        .exception();
            }
        }

        @Override
        public Optional<String> naturalId(ModelDefinition model, @Nullable Object[] row) {
            return Optional.empty();
        }

        @Override
        public List<@Nullable Object[]> find(Find find, Arguments arguments) {
            checkTables();
            return List.of();
        }

        @Override
        public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
            checkTables();
            return List.<@Nullable Object[]>of(new @Nullable Object[] {0L});
        }

        @Override
        public Written write(Write write, Arguments arguments) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void batch(List<WriteCall> calls, Consumer<Written> done) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T extends @Nullable Object> T transaction(Supplier<T> work) {
            throw OrmFailure.of(OrmErrorCode.UNSUPPORTED, name + " has no transactions.")
                    .exception();
        }
    }

    private final class Operations implements SetupOperations {
        private final SchemaDefinition schema;

        Operations(SchemaDefinition schema) {
            this.schema = schema;
        }

        @Override
        public List<SetupStep> missing() {
            connections.incrementAndGet();
            return FixtureDriver.this.missing(schema).stream()
                    .<SetupStep>map(table -> new SetupStep.CreateTable("table " + table, "create " + table))
                    .toList();
        }

        @Override
        public void apply(List<SetupStep> steps) {
            if (onPush != null) {
                throw onPush;
            }
            tables.addAll(FixtureDriver.this.missing(schema));
        }

        @Override
        public List<Difference> differences() {
            connections.incrementAndGet();
            return FixtureDriver.this.missing(schema).stream()
                    .map(table -> new Difference("table " + table, "to be there", "nothing", true))
                    .toList();
        }

        @Override
        public <T> T exclusively(Supplier<T> work) {
            return work.get();
        }
    }
}
