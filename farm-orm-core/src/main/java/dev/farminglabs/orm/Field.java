package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.FieldDeclaration;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.error.NamedKey;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stored value of a model. Conditions, assignments and orders made from it are typed by the model, and cost nothing until
 * a query uses them. Immutable after the model's first use, and thread-safe.
 *
 * @param <M> the model
 * @param <V> the Java type of the value
 */
public abstract class Field<M extends Model<M>, V> implements NamedKey {

    final FieldDeclaration declaration;
    private final Model<M> owner;
    private @Nullable FieldDefinition definition;

    Field(Model<M> owner, FieldDeclaration declaration) {
        this.owner = owner;
        this.declaration = declaration;
    }

    /** The resolved field; the first call for a model reads the model's names. */
    final FieldDefinition definition() {
        FieldDefinition found = definition;
        if (found == null) {
            found = owner.definition().field(declaration);
            definition = found; // immutable, so a race only repeats the look-up
        }
        return found;
    }

    /** As {@link #definition}, for references: a schema reports the problems of its models once, and not at every reference. */
    final FieldDefinition unchecked() {
        return owner.binding().unchecked().field(declaration);
    }

    /**
     * The field holds exactly that value.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException for null: use {@link #isNull()}
     */
    public final Condition<M> eq(V value) {
        return compare("eq", Comparison.EQUAL, value, false);
    }

    /**
     * The field holds another value, or none: the complement of {@link #eq}.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException for null: use {@link #isNotNull()}
     */
    public final Condition<M> ne(V value) {
        return compare("ne", Comparison.EQUAL, value, true);
    }

    /** The field holds one of the values; of no values, false. Null among them is refused. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> in(V... values) {
        return in(Arrays.asList(values));
    }

    /** The field holds one of the values; of no values, false. Null among them is refused. */
    public final Condition<M> in(Collection<? extends V> values) {
        return among("in", values, false);
    }

    /** The field holds none of the values, or is null; of no values, true. Null among them is refused. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> notIn(V... values) {
        return notIn(Arrays.asList(values));
    }

    /** The field holds none of the values, or is null; of no values, true. Null among them is refused. */
    public final Condition<M> notIn(Collection<? extends V> values) {
        return among("notIn", values, true);
    }

    /** The field has no value. */
    public final Condition<M> isNull() {
        return new Condition<>(binder -> new Predicate.IsNull(definition(), false));
    }

    /** The field has a value. */
    public final Condition<M> isNotNull() {
        return new Condition<>(binder -> new Predicate.IsNull(definition(), true));
    }

    /**
     * Gives the field a value.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException for null: use {@link #setOrNull}
     */
    public final Assignment<M> set(V value) {
        if (value == null) {
            throw Refusal.query(this + ".set(null): "
                    + (definition().nullable() ? "use setOrNull(null)" : "the field is required"));
        }
        return Assignment.set(definition(), value);
    }

    /**
     * Gives the field a value or takes it away.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException for null on a required field
     */
    public final Assignment<M> setOrNull(@Nullable V value) {
        if (value == null && !definition().nullable()) {
            throw Refusal.query(
                    this + ".setOrNull(null): the field is required; declare it nullable() if it may be absent");
        }
        return Assignment.set(definition(), value);
    }

    /** Least first; records without a value come first. */
    public final Order<M> asc() {
        return new Order<>(sortable(), false, true);
    }

    /** Greatest first; records without a value come last. */
    public final Order<M> desc() {
        return new Order<>(sortable(), true, false);
    }

    private FieldDefinition sortable() {
        if (definition().kind() == FieldKind.JSON) {
            throw Refusal.query(this + " is JSON and has no order: make what drives a query a field of its own");
        }
        return definition();
    }

    final Condition<M> compare(String operator, Comparison comparison, @Nullable V value, boolean negated) {
        if (value == null) {
            throw Refusal.query(this + "." + operator + "(null): use isNull() or isNotNull()");
        }
        return new Condition<>(
                binder -> new Predicate.Compare(definition(), comparison, binder.bind(definition(), value), negated));
    }

    private Condition<M> among(String operator, Collection<? extends V> values, boolean negated) {
        List<V> copy = new ArrayList<>(values);
        if (copy.stream().anyMatch(Objects::isNull)) {
            throw Refusal.query(this + "." + operator + "(...) holds null: add isNull() or isNotNull() instead");
        }
        return new Condition<>(binder -> new Predicate.In(definition(), binder.bindAll(definition(), copy), negated));
    }

    @Override
    public final String modelName() {
        return definition().model().name();
    }

    @Override
    public final List<String> fieldNames() {
        return List.of(definition().name());
    }

    /** Model and field, such as {@code user.email}. */
    @Override
    public final String toString() {
        return definition().toString();
    }
}
