package dev.farminglabs.orm.definition;

import java.lang.reflect.Type;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field while its model class is being constructed: kind and modifiers, no name yet. Closed when the model is first
 * used; a modifier called after that is an {@link IllegalStateException}. Not thread-safe: one constructor fills it.
 */
public final class FieldDeclaration {

    /** Digits of a decimal that declares none. */
    public static final int DEFAULT_PRECISION = 38;

    /** Digits after the point of a decimal that declares none. */
    public static final int DEFAULT_SCALE = 9;

    final FieldKind kind;
    final Type javaType;
    final Set<FieldRole> roles = EnumSet.noneOf(FieldRole.class);
    boolean nullable;
    boolean unique;
    boolean uniqueIfPresent;

    @Nullable
    DefaultValue defaultValue;

    @Nullable
    Enumeration enumeration;

    @Nullable
    Supplier<FieldDefinition> references;

    @Nullable
    DeleteRule onDelete;

    @Nullable
    String column;

    @Nullable
    String description;

    @Nullable
    Integer length;

    int precision = DEFAULT_PRECISION;
    int scale = DEFAULT_SCALE;
    private volatile boolean closed;

    FieldDeclaration(FieldKind kind, Type javaType) {
        this.kind = kind;
        this.javaType = javaType;
    }

    /** Gives the field a role. */
    public void role(FieldRole role) {
        open().roles.add(role);
    }

    /** The value may be absent. */
    public void nullable() {
        open().nullable = true;
    }

    /** No two records hold the same value; {@code ifPresent} lets any number hold none. */
    public void unique(boolean ifPresent) {
        open().unique = true;
        uniqueIfPresent |= ifPresent;
    }

    /** What create fills in. */
    public void defaultValue(DefaultValue value) {
        open().defaultValue = Objects.requireNonNull(value);
    }

    /** The constants of an enumeration field. */
    public void enumeration(Enumeration constants) {
        open().enumeration = constants;
    }

    /** The field holds the value of another model's field; resolved when the schema is made. */
    public void references(Supplier<FieldDefinition> target) {
        open().references = target;
    }

    /** What happens when the referenced record is deleted. */
    public void onDelete(DeleteRule rule) {
        open().onDelete = Objects.requireNonNull(rule);
    }

    /** The physical name, instead of the store's habit. */
    public void column(String name) {
        open().column = Objects.requireNonNull(name);
    }

    /** A sentence for people, kept as a comment where the store can. */
    public void describe(String text) {
        open().description = Objects.requireNonNull(text);
    }

    /** The most characters (code points) a text may have. */
    public void length(int characters) {
        open().length = characters;
    }

    /** The digits of a decimal, and how many of them follow the point. */
    public void digits(int newPrecision, int newScale) {
        open().precision = newPrecision;
        scale = newScale;
    }

    void close() {
        closed = true;
    }

    private FieldDeclaration open() {
        if (closed) {
            throw new IllegalStateException("A field cannot be changed after its model was first used:"
                    + " say the modifier where the field is declared");
        }
        return this;
    }
}
