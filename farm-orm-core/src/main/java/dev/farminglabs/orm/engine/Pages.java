package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.engine.view.NodePlan;
import dev.farminglabs.orm.engine.view.View;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Sort;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads page by page: each find begins after the keys of the last record seen. Thread-safe. */
record Pages(Reader reader, Supplier<Values> operations) {

    /** How many records a stream reads at a time. */
    private static final int STREAM_PAGE = 500;

    /** A page, and the keys of its last record when there are more. */
    private record Chunk<T>(List<T> items, @Nullable List<@Nullable Object> lastKeys) {}

    <T> Page<T> page(Request request, View<T> view, int size, @Nullable String token) {
        if (request.skip() > 0 || request.take() != null) {
            throw Refusal.query(request.model(), "findPage takes its size from the cursor: leave out skip and take");
        }
        PageKeys keys = new PageKeys(request.model(), Reader.total(request.model(), request.sorts()));
        Chunk<T> chunk = chunk(request, view, keys, 0, size, token == null ? null : keys.keys(token));
        return new Page<>(chunk.items, chunk.lastKeys == null ? null : keys.token(chunk.lastKeys));
    }

    private <T> Chunk<T> chunk(
            Request request, View<T> view, PageKeys keys, int skip, int size, @Nullable List<@Nullable Object> after) {
        NodePlan plan = NodePlan.of(view.root(), reader.byStore(), keys.fields());
        Values values = operations.get();
        Predicate where = request.where().bind(values);
        if (after != null) {
            where = Predicate.and(where, keys.after(after, values));
        }
        // one more than asked tells whether there are more
        int take = size == Integer.MAX_VALUE ? size : size + 1;
        Reader.Asked asked = new Reader.Asked(request, where, keys.sorts(), skip, take, values);
        List<@Nullable Object[]> rows = reader.rows(asked, plan, view.narrowings());
        boolean more = rows.size() > size;
        List<@Nullable Object[]> shown = more ? rows.subList(0, size) : rows;
        List<T> items = reader.objects(request.scope(), plan, view, shown);
        return new Chunk<>(items, more ? keysOf(keys, plan, shown.get(size - 1)) : null);
    }

    private static List<@Nullable Object> keysOf(PageKeys keys, NodePlan plan, @Nullable Object[] row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Sort sort : keys.sorts()) {
            FieldDefinition field = sort.field();
            values.add(row[plan.fields().indexOf(field)]);
        }
        return values;
    }

    <T> Stream<T> stream(Request request, View<T> view) {
        Iterator<T> iterator = new Iterator<>() {
            private final PageKeys keys = new PageKeys(request.model(), Reader.total(request.model(), request.sorts()));
            private int skip = request.skip();
            private long left = request.take() == null ? Long.MAX_VALUE : request.take();
            private @Nullable List<@Nullable Object> after;
            private Iterator<T> current = List.<T>of().iterator();
            private boolean last;

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && !last && left > 0) {
                    int size = (int) Math.min(STREAM_PAGE, left);
                    Chunk<T> chunk = chunk(request, view, keys, skip, size, after);
                    skip = 0;
                    left -= chunk.items.size();
                    after = chunk.lastKeys;
                    last = chunk.lastKeys == null;
                    current = chunk.items.iterator();
                }
                return current.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return current.next();
            }
        };
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
