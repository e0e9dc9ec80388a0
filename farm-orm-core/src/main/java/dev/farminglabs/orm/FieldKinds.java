package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.Enumeration;
import dev.farminglabs.orm.definition.FieldDeclaration;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDeclaration;
import dev.farminglabs.orm.operation.Comparison;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of field a model can declare, and the factories that make them. Every model has these by inheritance, so that
 * inside {@code class User extends Model<User>} the short name {@code StringField} already means a text field of users.
 *
 * @param <M> the model
 */
public abstract class FieldKinds<M extends Model<M>> {

    final ModelDeclaration declaration;

    FieldKinds(@Nullable String table) {
        this.declaration = new ModelDeclaration(getClass(), table);
    }

    abstract Model<M> self();

    // ---------------------------------------------------------------------------------------------- kinds of field

    /**
     * The key of a record.
     *
     * @param <V> {@code String} or {@code Long}
     */
    public class IdField<V extends Comparable<V>> extends ComparableField<M, V> {
        IdField(FieldDeclaration declaration) {
            super(self(), declaration);
        }
    }

    /** Text. Compared exactly: case and trailing blanks count, {@code %} and {@code _} are plain characters. */
    public class StringField extends ComparableField<M, String> {
        StringField(FieldDeclaration declaration) {
            super(self(), declaration);
        }

        /** The text has {@code part} somewhere. */
        public final Condition<M> contains(String part) {
            return compare("contains", Comparison.CONTAINS, part, false);
        }

        /** The text begins with {@code start}. */
        public final Condition<M> startsWith(String start) {
            return compare("startsWith", Comparison.STARTS_WITH, start, false);
        }

        /** The text ends with {@code end}. */
        public final Condition<M> endsWith(String end) {
            return compare("endsWith", Comparison.ENDS_WITH, end, false);
        }

        /** The same text, where an ASCII letter is the same in either case; other letters are compared exactly. */
        public final Condition<M> eqIgnoreCase(String value) {
            return compare("eqIgnoreCase", Comparison.EQUAL_IGNORE_CASE, value, false);
        }

        /** As {@link #contains}, where an ASCII letter is the same in either case. */
        public final Condition<M> containsIgnoreCase(String part) {
            return compare("containsIgnoreCase", Comparison.CONTAINS_IGNORE_CASE, part, false);
        }

        /** As {@link #startsWith}, where an ASCII letter is the same in either case. */
        public final Condition<M> startsWithIgnoreCase(String start) {
            return compare("startsWithIgnoreCase", Comparison.STARTS_WITH_IGNORE_CASE, start, false);
        }

        /** As {@link #endsWith}, where an ASCII letter is the same in either case. */
        public final Condition<M> endsWithIgnoreCase(String end) {
            return compare("endsWithIgnoreCase", Comparison.ENDS_WITH_IGNORE_CASE, end, false);
        }
    }

    /**
     * A number.
     *
     * @param <N> {@code Integer}, {@code Long} or {@code BigDecimal}
     */
    public class NumberField<N extends Number & Comparable<N>> extends ComparableField<M, N> {
        NumberField(FieldDeclaration declaration) {
            super(self(), declaration);
        }

        /** The store adds the number, atomically. A null field stays null; a result that does not fit is refused. */
        public final Assignment<M> increment(N by) {
            return Assignment.add(definition(), by, false);
        }

        /** The store subtracts the number, atomically. A null field stays null; a result that does not fit is refused. */
        public final Assignment<M> decrement(N by) {
            return Assignment.add(definition(), by, true);
        }
    }

    /** True or false. */
    public class BooleanField extends Field<M, Boolean> {
        BooleanField(FieldDeclaration declaration) {
            super(self(), declaration);
        }

        /** The field is true. */
        public final Condition<M> isTrue() {
            return eq(true);
        }

        /** The field is false; not when it is null. */
        public final Condition<M> isFalse() {
            return eq(false);
        }
    }

    /** A point in time, kept to the millisecond: what is finer is cut off on the way in, on every store. */
    public class DateTimeField extends ComparableField<M, Instant> {
        DateTimeField(FieldDeclaration declaration) {
            super(self(), declaration);
        }

        /** Sets the field to the time of the call. */
        public final Assignment<M> setNow() {
            return Assignment.now(definition());
        }
    }

    /**
     * One of the constants of an enum.
     *
     * @param <E> the enum
     */
    public class EnumField<E extends Enum<E>> extends Field<M, E> {
        EnumField(FieldDeclaration declaration) {
            super(self(), declaration);
        }
    }

    /**
     * A JSON value, compared by structure: the order of keys and the spelling of numbers do not count.
     *
     * @param <T> what it is read into
     */
    public class JsonField<T> extends Field<M, T> {
        JsonField(FieldDeclaration declaration) {
            super(self(), declaration);
        }
    }

    // ---------------------------------------------------------------------------------------- fields as factories make
    // them

    /**
     * An id field with modifiers.
     *
     * @param <V> {@code String} or {@code Long}
     */
    public final class IdSpec<V extends Comparable<V>> extends IdField<V> implements FieldModifiers<IdSpec<V>, V> {
        IdSpec(FieldDeclaration declaration) {
            super(declaration);
        }
    }

    /** A text field with modifiers. */
    public final class StringSpec extends StringField implements FieldModifiers<StringSpec, String> {
        StringSpec(FieldDeclaration declaration) {
            super(declaration);
        }

        /** The most characters (code points) a value may have. */
        public StringSpec length(int characters) {
            declaration.length(characters);
            return this;
        }
    }

    /**
     * A number field with modifiers.
     *
     * @param <N> {@code Integer}, {@code Long} or {@code BigDecimal}
     */
    public final class NumberSpec<N extends Number & Comparable<N>> extends NumberField<N>
            implements FieldModifiers<NumberSpec<N>, N> {
        NumberSpec(FieldDeclaration declaration) {
            super(declaration);
        }
    }

    /** A boolean field with modifiers. */
    public final class BooleanSpec extends BooleanField implements FieldModifiers<BooleanSpec, Boolean> {
        BooleanSpec(FieldDeclaration declaration) {
            super(declaration);
        }
    }

    /** A time field with modifiers. */
    public final class DateTimeSpec extends DateTimeField implements FieldModifiers<DateTimeSpec, Instant> {
        DateTimeSpec(FieldDeclaration declaration) {
            super(declaration);
        }

        /** Create fills in the time of the call. */
        public DateTimeSpec defaultNow() {
            declaration.defaultValue(new DefaultValue.Now());
            return this;
        }

        /** Every update that does not set the field sets it to the time of the call. */
        public DateTimeSpec onUpdateNow() {
            declaration.role(FieldRole.UPDATED_NOW);
            return this;
        }

        /**
         * A record past this time is gone: not read, not counted, not updated, and not in the way of its unique key. When
         * it is removed from the store is the store's business.
         */
        public DateTimeSpec expires() {
            declaration.role(FieldRole.EXPIRY);
            return this;
        }
    }

    /**
     * An enum field with modifiers.
     *
     * @param <E> the enum
     */
    public final class EnumSpec<E extends Enum<E>> extends EnumField<E> implements FieldModifiers<EnumSpec<E>, E> {
        EnumSpec(FieldDeclaration declaration) {
            super(declaration);
        }
    }

    /**
     * A JSON field with modifiers.
     *
     * @param <T> what it is read into
     */
    public final class JsonSpec<T> extends JsonField<T> implements FieldModifiers<JsonSpec<T>, T> {
        JsonSpec(FieldDeclaration declaration) {
            super(declaration);
        }
    }

    // -------------------------------------------------------------------------------------------------- factories

    /** A text key. A create without one gets a UUIDv7, so ids are in the order of creation. */
    protected final IdSpec<String> id() {
        FieldDeclaration field = declaration.field(FieldKind.STRING, String.class);
        field.role(FieldRole.ID);
        field.defaultValue(new DefaultValue.NewId());
        return new IdSpec<>(field);
    }

    /**
     * A numeric key, given by the caller or made by the store where it can. Do one or the other: a database's counter does not
     * know of given keys, and may come to one of them.
     */
    protected final IdSpec<Long> numericId() {
        FieldDeclaration field = declaration.field(FieldKind.BIGINT, Long.class);
        field.role(FieldRole.ID);
        field.defaultValue(new DefaultValue.StoreGenerated());
        return new IdSpec<>(field);
    }

    /** Text. */
    protected final StringSpec string() {
        return new StringSpec(declaration.field(FieldKind.STRING, String.class));
    }

    /** A 32-bit number. */
    protected final NumberSpec<Integer> integer() {
        return new NumberSpec<>(declaration.field(FieldKind.INTEGER, Integer.class));
    }

    /** A 64-bit number. */
    protected final NumberSpec<Long> bigint() {
        return new NumberSpec<>(declaration.field(FieldKind.BIGINT, Long.class));
    }

    /** An exact decimal number with up to 38 digits, 9 of them after the point. A value that does not fit is refused. */
    protected final NumberSpec<BigDecimal> decimal() {
        return decimal(FieldDeclaration.DEFAULT_PRECISION, FieldDeclaration.DEFAULT_SCALE);
    }

    /** An exact decimal number with that many digits, {@code scale} of them after the point. */
    protected final NumberSpec<BigDecimal> decimal(int precision, int scale) {
        FieldDeclaration field = declaration.field(FieldKind.DECIMAL, BigDecimal.class);
        field.digits(precision, scale);
        return new NumberSpec<>(field);
    }

    /** True or false. */
    protected final BooleanSpec bool() {
        return new BooleanSpec(declaration.field(FieldKind.BOOLEAN, Boolean.class));
    }

    /** A point in time. */
    protected final DateTimeSpec datetime() {
        return new DateTimeSpec(declaration.field(FieldKind.DATETIME, Instant.class));
    }

    /** One of the constants of an enum, stored as its name. */
    protected final <E extends Enum<E>> EnumSpec<E> enumeration(Class<E> type) {
        return enumeration(type, Enum::name);
    }

    /** One of the constants of an enum, stored as another text, for tables shared with other applications. */
    protected final <E extends Enum<E>> EnumSpec<E> enumeration(Class<E> type, Function<? super E, String> stored) {
        FieldDeclaration field = declaration.field(FieldKind.ENUMERATION, type);
        field.enumeration(Enumeration.of(type, stored));
        return new EnumSpec<>(field);
    }

    /** A JSON object. */
    protected final JsonSpec<Map<String, Object>> json() {
        return json(new TypeRef<Map<String, Object>>() {});
    }

    /** A JSON value that is read into that class. */
    protected final <T> JsonSpec<T> json(Class<T> type) {
        return new JsonSpec<>(declaration.field(FieldKind.JSON, type));
    }

    /** A JSON value that is read into that generic type. */
    protected final <T> JsonSpec<T> json(TypeRef<T> type) {
        return new JsonSpec<>(declaration.field(FieldKind.JSON, type.type()));
    }

    /** The mark of deleted records: {@code delete} sets it, and reads leave marked records out. */
    protected final DateTimeSpec softDelete() {
        FieldDeclaration field = declaration.field(FieldKind.DATETIME, Instant.class);
        field.nullable();
        field.role(FieldRole.SOFT_DELETE);
        return new DateTimeSpec(field);
    }

    /**
     * True while the record is there, null once it is marked as deleted. In a model that declares this beside {@link
     * #softDelete()}, a marked record lets go of its unique keys: another may take them, and a key finds the record that is
     * there. Only the id stays. Nobody sets the field; it follows the mark. Without it, a marked record keeps its keys until
     * it is purged.
     */
    protected final BooleanSpec live() {
        FieldDeclaration field = declaration.field(FieldKind.BOOLEAN, Boolean.class);
        field.nullable();
        field.role(FieldRole.LIVE);
        field.defaultValue(new DefaultValue.Constant(true));
        return new BooleanSpec(field);
    }

    /**
     * Counts the writes of a record, from 1. Every update adds one; nobody sets it. An update guarded by {@code
     * version.eq(seen)} fails when somebody else was faster.
     */
    protected final NumberSpec<Long> version() {
        FieldDeclaration field = declaration.field(FieldKind.BIGINT, Long.class);
        field.role(FieldRole.VERSION);
        field.defaultValue(new DefaultValue.Constant(1L));
        return new NumberSpec<>(field);
    }
}
