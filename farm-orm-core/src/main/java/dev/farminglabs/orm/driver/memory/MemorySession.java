package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.driver.row.RowAggregation;
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

/** Carries out operations on the tables of one schema, one at a time. */
final class MemorySession implements DriverSession {

    private final SchemaTables tables;
    private final Transactions transactions;

    MemorySession(SchemaTables tables, Transactions transactions) {
        this.tables = tables;
        this.transactions = transactions;
    }

    @Override
    public Optional<String> naturalId(ModelDefinition model, @Nullable Object[] row) {
        return Optional.empty();
    }

    @Override
    public List<@Nullable Object[]> find(Find find, Arguments arguments) {
        return transactions.alone(() -> new FindRunner(tables, arguments, find).rows());
    }

    @Override
    public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
        return transactions.alone(() -> {
            MemoryTable table = tables.of(aggregate.model());
            return RowAggregation.of(aggregate, new Matches(tables, arguments).of(table, aggregate.where()));
        });
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        return transactions.atomically(() -> write.accept(new WriteRunner(tables, arguments)));
    }

    @Override
    public void batch(List<WriteCall> calls, Consumer<Written> done) {
        calls.forEach(call -> done.accept(write(call.write(), call.arguments())));
    }

    @Override
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return transactions.transaction(work);
    }
}
