package dev.farminglabs.orm.engine.view;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What reflection tells about a record class, asked once per class and never per record. */
final class RecordShape {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            int.class, Integer.class,
            long.class, Long.class,
            boolean.class, Boolean.class);

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    /** The name of the field or relation the component stands for. */
    static String source(RecordComponent component) {
        String named = from(component.getAnnotations());
        return named != null ? named : component.getName();
    }

    /** What {@code @From} says, or null where it is not among them. */
    static @Nullable String from(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            // by name: the annotation belongs to the front door, which this room does not know
            if (annotation.annotationType().getName().equals("dev.farminglabs.orm.From")) {
                return String.valueOf(invoke(annotation));
            }
        }
        return null;
    }

    private static Object invoke(Annotation annotation) {
        try {
            return annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the component says that it may be null, with an annotation called Nullable of whatever origin. */
    static boolean nullable(RecordComponent component) {
        return named(component.getAnnotatedType().getAnnotations())
                || named(component.getAnnotations())
                || named(component.getAccessor().getAnnotations());
    }

    private static boolean named(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(one -> one.annotationType().getSimpleName().equals("Nullable"));
    }

    /** Kotlin's {@code ?} cannot be seen by Java reflection, so nothing is asked of Kotlin classes. */
    static boolean saysNullness(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .noneMatch(one -> one.annotationType().getName().equals("kotlin.Metadata"));
    }

    static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    /** The only type argument, or {@code Object} for a raw type. */
    static Type argument(Type type) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }

    static Type boxed(Type type) {
        Class<?> box = BOXES.get(raw(type));
        return box != null ? box : type;
    }

    /** The type as people write it: {@code List<Member>}. */
    static String display(Type type) {
        return type.getTypeName().replaceAll("(?:\\w+[.$])+(\\w+)", "$1");
    }

    /** The canonical constructor, taking its arguments in an array. */
    static ViewNode.RecordBuilder builder(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        MethodHandle handle;
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true); // a view need not be public
            handle = LOOKUP.unreflectConstructor(constructor)
                    .asType(MethodType.genericMethodType(types.length))
                    .asSpreader(Object[].class, types.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", e);
        }
        return components -> call(handle, components);
    }

    private static Object call(MethodHandle handle, @Nullable Object[] components) {
        try {
            return (Object) handle.invokeExact(components);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A record's constructor threw a checked exception", e);
        }
    }

    /** Reads a component; an empty Optional is null. */
    interface Accessor {
        @Nullable
        Object read(Record input);
    }

    static Accessor accessor(RecordComponent component) {
        MethodHandle handle;
        try {
            Method method = component.getAccessor();
            method.setAccessible(true);
            handle = LOOKUP.unreflect(method).asType(MethodType.methodType(Object.class, Record.class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return input -> unwrapped(read(handle, input));
    }

    private static @Nullable Object read(MethodHandle handle, Record input) {
        try {
            return (Object) handle.invokeExact(input);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A record's accessor threw a checked exception", e);
        }
    }

    private static @Nullable Object unwrapped(@Nullable Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private RecordShape() {}
}
