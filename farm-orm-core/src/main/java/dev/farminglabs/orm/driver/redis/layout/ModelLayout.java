package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.IndexDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.row.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of one model are, and what is kept beside them. A single-key model has one key for each record, named by
 * its home key; a co-located one has all of its keys in one slot. Immutable.
 */
public final class ModelLayout {

    /**
     * A key that leads to a record.
     *
     * @param key    the name
     * @param unique the unique key it stands for
     */
    public record Pointer(String key, UniqueDefinition unique) {}

    private final ModelDefinition model;
    private final String root;
    private final UniqueDefinition home;
    private final boolean single;
    private final @Nullable FieldDefinition expiry;
    private final List<FieldDefinition> equality;
    private final List<FieldDefinition> ranges;
    private final List<String> columns;
    private final Map<UniqueDefinition, String> pointed = new LinkedHashMap<>();
    private final String schemaVersion;

    ModelLayout(SchemaDefinition schema, ModelDefinition model, String root, List<FieldDefinition> lookedUp) {
        this.model = model;
        this.root = root;
        this.expiry = model.with(FieldRole.EXPIRY);
        List<FieldDefinition> indexed = indexed(model, lookedUp);
        this.ranges = indexed.stream().filter(ModelLayout::ranged).toList();
        this.equality = indexed.stream().filter(field -> !ranged(field)).toList();
        List<UniqueDefinition> others =
                model.uniques().stream().filter(key -> !key.isId()).toList();
        this.single = indexed.isEmpty() && (others.isEmpty() || (others.size() == 1 && natural(model, others.get(0))));
        this.home = single && !others.isEmpty()
                ? others.get(0)
                : model.uniques().stream()
                        .filter(UniqueDefinition::isId)
                        .findFirst()
                        .orElseThrow();
        this.columns = model.fields().stream().map(schema::column).toList();
        if (!single) {
            others.forEach(key -> pointed.put(key, columns(key)));
        }
        this.schemaVersion = Digests.of(List.copyOf(columns)).substring(0, 8);
    }

    private String columns(UniqueDefinition key) {
        return key.fields().stream().map(this::column).collect(Collectors.joining(","));
    }

    /** The fields with an index: those the schema declares one for, and those relations lead to; a unique key needs none. */
    private static List<FieldDefinition> indexed(ModelDefinition model, List<FieldDefinition> lookedUp) {
        Set<FieldDefinition> found = new LinkedHashSet<>(lookedUp);
        for (IndexDefinition index : model.indexes()) {
            found.add(index.fields().get(0));
        }
        model.uniques().stream()
                .filter(key -> key.fields().size() == 1)
                .forEach(key -> found.remove(key.fields().get(0)));
        return List.copyOf(found);
    }

    /** Whether records can be addressed by that key: every record has it, and the id is one this library makes for it. */
    private static boolean natural(ModelDefinition model, UniqueDefinition key) {
        return model.variantOf() == null
                && model.id().kind() == FieldKind.STRING
                && key.fields().stream().noneMatch(FieldDefinition::nullable);
    }

    private static boolean ranged(FieldDefinition field) {
        return field.kind() == FieldKind.INTEGER
                || field.kind() == FieldKind.BIGINT
                || field.kind() == FieldKind.DATETIME;
    }

    /** The model. */
    public ModelDefinition model() {
        return model;
    }

    /** What the names of all keys of the model begin with, braces aside. */
    String root() {
        return root;
    }

    /** Whether each record has one key and nothing beside it. */
    public boolean single() {
        return single;
    }

    /** The key that names the records. */
    public UniqueDefinition home() {
        return home;
    }

    /** Whether ids are derived from another unique key. */
    public boolean derivesIds() {
        return !home.isId();
    }

    /** The fields with an index for each value. */
    public List<FieldDefinition> equality() {
        return equality;
    }

    /** The fields with one index in the order of their values. */
    public List<FieldDefinition> ranges() {
        return ranges;
    }

    /** The unique keys that a pointer stands for, each with its columns: by these their pointers are named. */
    public Map<UniqueDefinition, String> pointed() {
        return Collections.unmodifiableMap(pointed);
    }

    /** The name of the cell that holds the field. */
    public String column(FieldDefinition field) {
        return columns.get(field.position());
    }

    /** A short text that changes with the columns. */
    public String schemaVersion() {
        return schemaVersion;
    }

    /** The field that says when a record is past its time; null when there is none. */
    public @Nullable FieldDefinition expiry() {
        return expiry;
    }

    /** Whether a change of the field moves the record, a pointer or an index. */
    public boolean shapes(FieldDefinition field) {
        return model.uniques().stream().anyMatch(key -> key.fields().contains(field))
                || equality.contains(field)
                || ranges.contains(field)
                || (field == expiry && !single);
    }

    // ------------------------------------------------------------------------------------------------- names

    private String beside(String kind) {
        return "{" + root + "}:" + kind;
    }

    /** The key of the record with that handle. */
    public String recordKey(String handle) {
        return single ? root + ":" + handle : beside("r:" + handle);
    }

    /** The handle of the record with those values of its home key. */
    public String handle(List<Object> homeValues) {
        return derivesIds() ? Digests.id(root, homeValues) : Digests.handle(homeValues.get(0));
    }

    /** The handle of a record; its home key is complete. */
    public String handle(@Nullable Object[] row) {
        return handle(Objects.requireNonNull(values(home, row)));
    }

    /** Whether the record's id looks like one that is derived. Of a new record it is then its handle. */
    public boolean hasDerivedId(@Nullable Object[] row) {
        return derivesIds() && row[model.id().position()] instanceof String id && Digests.derived(id);
    }

    String pointerKey(UniqueDefinition unique, List<Object> values) {
        if (unique.isId()) {
            return root + ":i:" + Digests.handle(values.get(0));
        }
        return beside("u:" + pointed.get(unique) + ":" + Digests.of(values));
    }

    /** The index of the records that hold that value. */
    public String equalityKey(FieldDefinition field, Object value) {
        return beside("x:" + column(field) + ":" + Digests.of(List.of(value)));
    }

    /** The index of the records in the order of the field. */
    public String rangeKey(FieldDefinition field) {
        return beside("n:" + column(field));
    }

    /** The set of all records, of a co-located model. */
    public String everyKey() {
        return beside("all");
    }

    // ------------------------------------------------------------------------------------- what a record brings

    /** The pointers that lead to the record, beside its own key. */
    public List<Pointer> pointers(@Nullable Object[] row) {
        List<Pointer> found = new ArrayList<>();
        for (UniqueDefinition unique : model.uniques()) {
            List<Object> values = unique == home ? null : values(unique, row);
            if (values != null && !(single && values.get(0).equals(handle(row)))) {
                found.add(new Pointer(pointerKey(unique, values), unique));
            }
        }
        return found;
    }

    /** The indexes by equality that the record is in. */
    public List<String> equalityKeys(@Nullable Object[] row) {
        return equality.stream()
                .flatMap(field ->
                        Stream.ofNullable(row[field.position()]).map(value -> equalityKey(field, Values.normal(value))))
                .toList();
    }

    /** When the server removes the record, in milliseconds since 1970; empty for never. */
    public String life(@Nullable Object[] row) {
        Object time = expiry == null ? null : row[expiry.position()];
        return time == null ? "" : Long.toString(((Instant) time).toEpochMilli());
    }

    /** The values of a key, null when one is missing. */
    public static @Nullable List<Object> values(UniqueDefinition unique, @Nullable Object[] row) {
        List<Object> values = new ArrayList<>(unique.fields().size());
        for (FieldDefinition field : unique.fields()) {
            Object value = row[field.position()];
            if (value == null) {
                return null;
            }
            values.add(Values.normal(value));
        }
        return values;
    }
}
