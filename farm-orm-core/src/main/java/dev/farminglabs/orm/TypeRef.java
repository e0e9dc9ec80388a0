package dev.farminglabs.orm;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * Names a generic type, as in {@code json(new TypeRef<List<Scope>>() {})}.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {

    private final Type type;

    /** Reads the type argument of the subclass. */
    protected TypeRef() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType self)) {
            throw new IllegalArgumentException("Name the type: new TypeRef<List<Scope>>() {}");
        }
        this.type = self.getActualTypeArguments()[0];
    }

    final Type type() {
        return type;
    }
}
