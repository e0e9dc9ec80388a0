package dev.farminglabs.orm.driver;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One operation on a model while it is put together: collects values, hands out slots. */
public final class Operation {

    private final ModelDefinition model;
    private final List<@Nullable Object> values;

    public Operation(ModelDefinition model) {
        this(model, new ArrayList<>());
    }

    private Operation(ModelDefinition model, List<@Nullable Object> values) {
        this.model = model;
        this.values = values;
    }

    /** The same operation seen from another model. */
    public Operation on(ModelDefinition other) {
        return new Operation(other, values);
    }

    public Arguments arguments() {
        return new Arguments(values.toArray());
    }

    public Slot slot(@Nullable Object value) {
        values.add(value);
        return new Slot(values.size() - 1);
    }

    public FieldDefinition field(String name) {
        return Objects.requireNonNull(model.field(name), name);
    }

    public RelationDefinition relation(String name) {
        return Objects.requireNonNull(model.relation(name), name);
    }

    public UniqueDefinition key(String... fields) {
        return model.uniques().stream()
                .filter(key -> key.fieldNames().equals(List.of(fields)))
                .findFirst()
                .orElseThrow();
    }

    public List<FieldDefinition> fields(String... names) {
        return Arrays.stream(names).map(this::field).toList();
    }

    public Predicate compare(String field, Comparison comparison, Object value) {
        return new Predicate.Compare(field(field), comparison, slot(value), false);
    }

    public Predicate eq(String field, Object value) {
        return compare(field, Comparison.EQUAL, value);
    }

    public Predicate in(String field, Object... members) {
        return new Predicate.In(field(field), slot(List.of(members)), false);
    }

    public Predicate isNull(String field) {
        return new Predicate.IsNull(field(field), false);
    }

    public Predicate related(String relation, Predicate where) {
        return new Predicate.Related(relation(relation), Predicate.every(), where, false);
    }

    public Sort asc(String field) {
        return new Sort(field(field), false, true);
    }

    public Sort desc(String field) {
        return new Sort(field(field), true, false);
    }

    /** Name, value, name, value. */
    public List<Setting> settings(@Nullable Object... namesAndValues) {
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.add(new Setting(field((String) namesAndValues[i]), slot(namesAndValues[i + 1])));
        }
        return settings;
    }

    public Change set(String field, @Nullable Object value) {
        return new Change(field(field), Change.Kind.SET, slot(value));
    }

    public Change add(String field, Object value) {
        return new Change(field(field), Change.Kind.ADD, slot(value));
    }
}
