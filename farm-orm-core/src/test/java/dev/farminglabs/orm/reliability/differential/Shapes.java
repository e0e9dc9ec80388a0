package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.From;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a view record, and what a store answered as plain maps and lists that can be compared. */
final class Shapes {

    /**
     * A component.
     *
     * @param name   the field or relation it shows
     * @param nested the record of related records, or null for a field
     * @param set    whether it collects without an order
     */
    record Part(String component, String name, @Nullable Class<? extends Record> nested, boolean set) {}

    static List<Part> parts(Facts.ModelFacts model, Class<? extends Record> view) {
        return Arrays.stream(view.getRecordComponents())
                .map(component -> part(model, component))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Part part(Facts.ModelFacts model, RecordComponent component) {
        From from = component.getAnnotation(From.class);
        String name = from == null ? component.getName() : from.value();
        if (model.has(name)) {
            return new Part(component.getName(), name, null, false);
        }
        Type type = component.getGenericType() instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[0]
                : component.getType();
        return new Part(component.getName(), name, (Class<? extends Record>) type, component.getType() == Set.class);
    }

    /** Sorted, where no order was asked for: by text, which is as good as any. */
    static List<Object> bag(List<Object> items) {
        List<Object> sorted = new ArrayList<>(items);
        sorted.sort((one, other) -> String.valueOf(one).compareTo(String.valueOf(other)));
        return sorted;
    }

    /** Whether the branch comes in an order that everybody agrees on. */
    static boolean ordered(Part part, List<Call.Narrow> narrowed) {
        return !part.set
                && narrowed.stream()
                        .anyMatch(one -> one.relation().equals(part.name)
                                && (one.ask().paged() || !one.ask().sorts().isEmpty()));
    }

    static Map<String, Object> plain(Facts.ModelFacts model, Record record, List<Call.Narrow> narrowed) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Part part : parts(model, record.getClass())) {
            Object value = component(record, part.component);
            if (value instanceof Optional<?> optional) {
                value = optional.orElse(null);
            }
            if (part.nested == null) {
                plain.put(part.component, Plain.value(model.field(part.name), value));
                continue;
            }
            Facts.ModelFacts target = Facts.model(model.relation(part.name).target());
            if (value instanceof Collection<?> many) {
                List<Object> items = new ArrayList<>();
                many.forEach(one -> items.add(plain(target, (Record) one, List.of())));
                plain.put(part.component, ordered(part, narrowed) ? items : bag(items));
            } else {
                plain.put(part.component, value == null ? null : plain(target, (Record) value, List.of()));
            }
        }
        return plain;
    }

    private static @Nullable Object component(Record record, String name) {
        try {
            var accessor = record.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private Shapes() {}
}
