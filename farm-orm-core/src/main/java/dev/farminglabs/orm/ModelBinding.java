package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.FieldDeclaration;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDeclaration;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDeclaration;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of a model's Java fields, once, when they are first needed and never in a constructor. Touches no other
 * model, so models that point at each other can be bound by two threads at once.
 */
final class ModelBinding implements ModelDeclaration.Names {

    private record Bound(ModelDefinition definition, List<String> problems) {}

    private final Model<?> model;
    private final ReentrantLock lock = new ReentrantLock();
    private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
    private final Map<String, dev.farminglabs.orm.Field<?, ?>> held = new HashMap<>();
    private volatile @Nullable Bound bound;

    ModelBinding(Model<?> model) {
        this.model = model;
    }

    ModelDefinition definition() {
        Bound found = bound();
        if (!found.problems().isEmpty()) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_SCHEMA,
                            "Model " + model.getClass().getName() + " is not valid:\n  - "
                                    + String.join("\n  - ", found.problems()))
                    .exception();
        }
        return found.definition();
    }

    /** The definition even of a model with problems: whoever asks reports them, or is told elsewhere. */
    ModelDefinition unchecked() {
        return bound().definition();
    }

    /** The definition even of a model with problems, which a schema reports together with its own. */
    ModelDefinition definition(List<String> problems) {
        Bound found = bound();
        found.problems().forEach(problem -> problems.add("model " + found.definition() + " " + problem));
        return found.definition();
    }

    /** The object that the model's Java field of that name holds. */
    dev.farminglabs.orm.Field<?, ?> held(FieldDefinition field) {
        return Objects.requireNonNull(held.get(field.name()), field::toString);
    }

    private Bound bound() {
        Bound found = bound;
        if (found == null) {
            lock.lock();
            try {
                found = bound;
                if (found == null) {
                    found = bind();
                    bound = found;
                }
            } finally {
                lock.unlock();
            }
        }
        return found;
    }

    private Bound bind() {
        List<String> problems = new ArrayList<>();
        for (Field javaField : javaFields(model.getClass())) {
            name(javaField, problems);
        }
        return new Bound(model.declaration.resolve(this, problems), List.copyOf(problems));
    }

    /** Inherited fields first, the others in the order of their declaration. */
    private static List<Field> javaFields(Class<?> type) {
        List<Field> found = new ArrayList<>();
        Class<?> parent = type.getSuperclass();
        if (parent != null && parent != Model.class) {
            found.addAll(javaFields(parent));
        }
        for (Field javaField : type.getDeclaredFields()) {
            if (!Modifier.isStatic(javaField.getModifiers()) && named(javaField.getType())) {
                found.add(javaField);
            }
        }
        return found;
    }

    private static boolean named(Class<?> type) {
        return dev.farminglabs.orm.Field.class.isAssignableFrom(type) || Relation.class.isAssignableFrom(type);
    }

    private void name(Field javaField, List<String> problems) {
        Object declared = declared(javaField, problems);
        if (declared == null) {
            return;
        }
        if (!Modifier.isPublic(javaField.getModifiers())) {
            problems.add("field " + javaField.getName() + " is not public: declare it public final");
        } else if (!Modifier.isFinal(javaField.getModifiers())) {
            problems.add("field " + javaField.getName() + " is not final: declare it public final");
        }
        String earlier = names.putIfAbsent(declared, javaField.getName());
        if (earlier != null) {
            problems.add("one field object has two names, " + earlier + " and " + javaField.getName());
        }
    }

    private @Nullable Object declared(Field javaField, List<String> problems) {
        try {
            // a model class need not be public
            javaField.setAccessible(true);
            Object value = javaField.get(model);
            if (value instanceof dev.farminglabs.orm.Field<?, ?> field) {
                // another model's field may be kept here under any name
                if (!model.declaration.fields().contains(field.declaration)) {
                    return null;
                }
                held.put(javaField.getName(), field);
                return field.declaration;
            }
            return value instanceof Relation<?, ?> relation ? relation.declaration : null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            problems.add("field " + javaField.getName() + " cannot be read ("
                    + e.getClass().getSimpleName() + "): open the package to dev.farminglabs.orm");
            return null;
        }
    }

    @Override
    public @Nullable String of(FieldDeclaration field) {
        return names.get(field);
    }

    @Override
    public @Nullable String of(RelationDeclaration relation) {
        return names.get(relation);
    }
}
