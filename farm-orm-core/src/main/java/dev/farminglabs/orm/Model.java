package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.FieldDeclaration;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDeclaration;
import dev.farminglabs.orm.definition.RelationKind;
import dev.farminglabs.orm.definition.UniqueDeclaration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record. A subclass declares its fields, relations and unique keys as public final Java fields; their Java
 * names are their names. One constant per model stands for it everywhere:
 *
 * <pre>{@code
 * public static final class Workspace extends Model<Workspace> {
 *     public final IdField<String> id = id();
 *     public final StringField slug = string().unique();
 *     public final HasMany<Membership> memberships = hasMany(() -> MEMBERSHIP.workspaceId);
 * }
 * }</pre>
 *
 * Fields that several models share go to an abstract model: {@code abstract class Entity<M extends Entity<M>> extends
 * Model<M>}. A model knows no store and no tenant; it is immutable after its first use, and thread-safe.
 *
 * @param <M> the model itself
 */
public abstract class Model<M extends Model<M>> extends FieldKinds<M> {

    private final ModelBinding binding = new ModelBinding(this);

    /** A model in a table named after its class. */
    protected Model() {
        super(null);
    }

    /** A model in the table of that name, to which a client may add a prefix. */
    protected Model(String table) {
        super(table);
    }

    /**
     * The resolved model; the first call reads the names of its Java fields.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_SCHEMA} and all
     *     problems of the model
     */
    final ModelDefinition definition() {
        return binding.definition();
    }

    @Override
    final Model<M> self() {
        return this;
    }

    final ModelBinding binding() {
        return binding;
    }

    /**
     * All fields in the order of their declaration, inherited ones first: for tools that meet models they were not written
     * for. {@link Field#fieldNames()} names each.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_SCHEMA} and all
     *     problems of the model
     */
    @SuppressWarnings("unchecked") // only fields this model created are kept
    public final List<Field<M, ?>> fields() {
        return definition().fields().stream()
                .<Field<M, ?>>map(field -> (Field<M, ?>) binding.held(field))
                .toList();
    }

    /** The model's name: its class name with the first letter in lower case. */
    @Override
    public final String toString() {
        return definition().name();
    }

    // -------------------------------------------------------------------------------------------------- relations

    /**
     * Any number of records of another model.
     *
     * @param <T> the other model
     */
    public final class HasMany<T extends Model<T>> extends Relation<M, T> {
        HasMany(RelationDeclaration declaration) {
            super(Model.this, declaration);
        }

        /** At least one related record meets the condition. */
        public Condition<M> some(Condition<T> condition) {
            return related(condition.source, false, false);
        }

        /** No related record meets the condition. */
        public Condition<M> none(Condition<T> condition) {
            return related(condition.source, false, true);
        }

        /** Every related record meets the condition; also where there is none. */
        public Condition<M> every(Condition<T> condition) {
            return related(condition.source, true, true);
        }
    }

    /**
     * At most one record of another model.
     *
     * @param <T> the other model
     */
    public abstract class ToOne<T extends Model<T>> extends Relation<M, T> {
        ToOne(RelationDeclaration declaration) {
            super(Model.this, declaration);
        }

        /** There is a related record, and it meets the condition. */
        public final Condition<M> is(Condition<T> condition) {
            return related(condition.source, false, false);
        }
    }

    /**
     * At most one record of another model, which holds this one's key.
     *
     * @param <T> the other model
     */
    public final class HasOne<T extends Model<T>> extends ToOne<T> {
        HasOne(RelationDeclaration declaration) {
            super(declaration);
        }
    }

    /**
     * The record of another model whose key this one holds.
     *
     * @param <T> the other model
     */
    public final class BelongsTo<T extends Model<T>> extends ToOne<T> {
        BelongsTo(RelationDeclaration declaration) {
            super(declaration);
        }
    }

    /**
     * The record of a base model that this one adds to: both have the same id, and are created and removed together.
     *
     * @param <T> the base model
     */
    public final class VariantOf<T extends Model<T>> extends ToOne<T> {
        VariantOf(RelationDeclaration declaration) {
            super(declaration);
        }

        /** Gives the base record its values, in {@link ModelClient#create}. */
        @SafeVarargs
        public final Assignment<M> set(Assignment<T>... values) {
            return new Assignment<>(Query.assigned(values));
        }
    }

    /** {@code hasMany(() -> MEMBERSHIP.userId)}: the foreign key names both the other model and the link. */
    protected final <T extends Model<T>> HasMany<T> hasMany(Supplier<? extends Field<T, ?>> foreignKey) {
        return new HasMany<>(inverse(RelationKind.HAS_MANY, foreignKey));
    }

    /** {@code hasOne(() -> PROFILE.userId)}: as has-many, where the foreign key is unique. */
    protected final <T extends Model<T>> HasOne<T> hasOne(Supplier<? extends Field<T, ?>> foreignKey) {
        return new HasOne<>(inverse(RelationKind.HAS_ONE, foreignKey));
    }

    /** {@code belongsTo(() -> USER, userId)}: this model holds the other's key. */
    protected final <T extends Model<T>> BelongsTo<T> belongsTo(Supplier<T> target, Field<M, ?> foreignKey) {
        return new BelongsTo<>(relation(
                RelationKind.BELONGS_TO, () -> target.get().binding().unchecked(), foreignKey::unchecked, null));
    }

    /**
     * {@code variantOf(() -> CONTENT)}: the model is one of several that share the fields of a base. Its id, declared with
     * {@code id()} or {@code numericId()}, is that of the base record, and removing that removes both. The base leads here
     * with {@code hasOne(() -> ARTICLE.id)}.
     */
    protected final <T extends Model<T>> VariantOf<T> variantOf(Supplier<T> base) {
        RelationDeclaration relation = relation(
                RelationKind.BELONGS_TO,
                () -> base.get().binding().unchecked(),
                () -> binding.unchecked().id(),
                null);
        declaration.variant(relation);
        return new VariantOf<>(relation);
    }

    /** {@code manyToMany(() -> MEMBERSHIP.userId, () -> MEMBERSHIP.teamId, () -> TEAM)}: through a join model. */
    protected final <J extends Model<J>, T extends Model<T>> HasMany<T> manyToMany(
            Supplier<? extends Field<J, ?>> toThis, Supplier<? extends Field<J, ?>> toTarget, Supplier<T> target) {
        return new HasMany<>(relation(
                RelationKind.MANY_TO_MANY,
                () -> target.get().binding().unchecked(),
                () -> toThis.get().unchecked(),
                toTarget));
    }

    private RelationDeclaration inverse(RelationKind kind, Supplier<? extends Field<?, ?>> foreignKey) {
        return relation(
                kind,
                () -> foreignKey.get().unchecked().model(),
                () -> foreignKey.get().unchecked(),
                null);
    }

    private RelationDeclaration relation(
            RelationKind kind,
            Supplier<ModelDefinition> target,
            Supplier<FieldDefinition> foreignKey,
            @Nullable Supplier<? extends Field<?, ?>> joinTarget) {
        RelationDeclaration relation = new RelationDeclaration(
                kind,
                target,
                foreignKey,
                joinTarget == null ? null : () -> joinTarget.get().unchecked());
        declaration.relation(relation);
        return relation;
    }

    // -------------------------------------------------------------------------------------------- keys and indexes

    /**
     * A unique key of two fields.
     *
     * @param <A> the first value's type
     * @param <B> the second value's type
     */
    public final class Unique2<A, B> extends UniqueKey<M> {
        Unique2(UniqueDeclaration declaration) {
            super(Model.this, declaration);
        }

        /** The record with exactly these values. */
        public Condition<M> is(A first, B second) {
            return equality(first, second);
        }
    }

    /**
     * A unique key of three fields.
     *
     * @param <A> the first value's type
     * @param <B> the second value's type
     * @param <C> the third value's type
     */
    public final class Unique3<A, B, C> extends UniqueKey<M> {
        Unique3(UniqueDeclaration declaration) {
            super(Model.this, declaration);
        }

        /** The record with exactly these values. */
        public Condition<M> is(A first, B second, C third) {
            return equality(first, second, third);
        }
    }

    /** No two records hold the same two values. */
    protected final <A, B> Unique2<A, B> unique(Field<M, A> first, Field<M, B> second) {
        return new Unique2<>(key(false, first, second));
    }

    /** No two records hold the same three values. */
    protected final <A, B, C> Unique3<A, B, C> unique(Field<M, A> first, Field<M, B> second, Field<M, C> third) {
        return new Unique3<>(key(false, first, second, third));
    }

    /** As {@link #unique(Field, Field)}, leaving out records in which one of the fields is null. */
    protected final <A, B> Unique2<A, B> uniqueIfPresent(Field<M, A> first, Field<M, B> second) {
        return new Unique2<>(key(true, first, second));
    }

    /** As {@link #unique(Field, Field, Field)}, leaving out records in which one of the fields is null. */
    protected final <A, B, C> Unique3<A, B, C> uniqueIfPresent(
            Field<M, A> first, Field<M, B> second, Field<M, C> third) {
        return new Unique3<>(key(true, first, second, third));
    }

    /** The fields are looked up together, the first one most often. */
    @SafeVarargs
    protected final void index(Field<M, ?>... fields) {
        declaration.index(Arrays.stream(fields).map(field -> field.declaration).toList());
    }

    private UniqueDeclaration key(boolean ifPresent, Field<?, ?>... fields) {
        List<FieldDeclaration> declared =
                Arrays.stream(fields).map(field -> field.declaration).toList();
        UniqueDeclaration key = new UniqueDeclaration(declared, ifPresent);
        declaration.unique(key);
        return key;
    }
}
