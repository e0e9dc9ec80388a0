package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.FieldDeclaration;
import dev.farminglabs.orm.definition.FieldRole;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What can be said about any field where it is declared. Only what a factory such as {@code string()} returns has these
 * methods; a Java field declared as {@code StringField} does not, so a schema cannot be changed later by accident.
 *
 * @param <S> the type that is modified
 * @param <V> the Java type of the field's value
 */
public interface FieldModifiers<S, V> {

    /** No two records hold the same value. Not for nullable fields: those say {@link #uniqueIfPresent()}. */
    default S unique() {
        return with(field -> field.unique(false));
    }

    /** No two records hold the same value; any number may hold none. */
    default S uniqueIfPresent() {
        return with(field -> field.unique(true));
    }

    /** A record may have no value here. */
    default S nullable() {
        return with(FieldDeclaration::nullable);
    }

    /** What create fills in when no value is given. */
    default S defaultTo(V value) {
        Objects.requireNonNull(value, "defaultTo(null): a nullable field without a default is null anyway");
        return with(field -> field.defaultValue(new DefaultValue.Constant(value)));
    }

    /** The field holds the value of another model's id or unique field, and the store keeps it from pointing at nothing. */
    default S references(Supplier<? extends Field<?, V>> target) {
        return with(field -> field.references(() -> target.get().unchecked()));
    }

    /** What happens to the record when the one it references is deleted; {@link OnDelete#RESTRICT} unless said. */
    default S onDelete(OnDelete action) {
        return with(field -> field.onDelete(action.rule));
    }

    /** The physical name, used as it is. */
    default S column(String physicalName) {
        return with(field -> field.column(physicalName));
    }

    /** The field names the tenant a record belongs to: a client without {@code forTenant(id)} is refused on the model. */
    default S tenant() {
        return with(field -> field.role(FieldRole.TENANT));
    }

    /**
     * The value is nobody's business but the application's: the console masks it and does not filter by it, and logs of SQL
     * do not show it. The same holds for keys to such a field. It has no constant default. Queries read and compare it as any
     * other. At TRACE the logs of Redis and MongoDB show what is sent.
     */
    default S secret() {
        return with(field -> field.role(FieldRole.SECRET));
    }

    /** A sentence for people; becomes a comment where the store has comments. */
    default S describe(String text) {
        return with(field -> field.describe(text));
    }

    @SuppressWarnings("unchecked") // every implementation is its own S
    private S with(Consumer<FieldDeclaration> change) {
        change.accept(((Field<?, ?>) this).declaration);
        return (S) this;
    }
}
