package dev.farminglabs.benchmarks.report;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One subject in this process, on servers the suite starts for it: the JMH class is read as JMH reads it. Used by one thread. */
final class Participant implements AutoCloseable {

    private final String subject;
    private final Servers servers;
    private final Object benchmark;
    private final Map<Class<?>, Object> states = new HashMap<>();

    Participant(Suite suite, String store, String subject) throws ReflectiveOperationException {
        this.subject = subject;
        this.benchmark = suite.benchmark().getDeclaredConstructor().newInstance();
        this.servers = suite.start();
        try {
            open(store);
        } catch (ReflectiveOperationException | RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    private void open(String store) throws ReflectiveOperationException {
        servers.properties().forEach(System::setProperty);
        for (Class<?> nested : benchmark.getClass().getDeclaredClasses()) {
            State state = nested.getAnnotation(State.class);
            if (state != null) {
                Object made = nested.getDeclaredConstructor().newInstance();
                if (state.value() == Scope.Benchmark) {
                    nested.getField("store").set(made, store);
                    nested.getField("subject").set(made, subject);
                }
                states.put(nested, made);
            }
        }
        each(Setup.class, setup -> setup.value() == Level.Trial);
    }

    String subject() {
        return subject;
    }

    /** What JMH does before each iteration. */
    void prepare() throws ReflectiveOperationException {
        each(Setup.class, setup -> setup.value() == Level.Iteration);
    }

    private <A extends Annotation> void each(Class<A> kind, Predicate<A> wanted) throws ReflectiveOperationException {
        for (Object state : states.values()) {
            for (Method method : state.getClass().getMethods()) {
                A found = method.getAnnotation(kind);
                if (found != null && wanted.test(found)) {
                    method.invoke(state);
                }
            }
        }
    }

    /** One operation of that work, to be called without arguments for an object. */
    MethodHandle operation(String work) throws ReflectiveOperationException {
        Method method = Arrays.stream(benchmark.getClass().getMethods())
                .filter(one -> one.getName().equals(work))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No work " + work));
        MethodHandle handle = MethodHandles.publicLookup().unreflect(method).bindTo(benchmark);
        for (Class<?> state : method.getParameterTypes()) {
            handle = MethodHandles.insertArguments(handle, 0, Objects.requireNonNull(states.get(state)));
        }
        return handle.asType(MethodType.methodType(Object.class));
    }

    @Override
    public void close() throws ReflectiveOperationException {
        try (servers) {
            each(TearDown.class, down -> down.value() == Level.Trial);
        }
    }
}
