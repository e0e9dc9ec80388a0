package dev.farminglabs.orm.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts what goes through a {@code DataSource} and knows what is still open. A statement is one call of an execute method;
 * a batch counts each of its members. Begin is the switching off of auto-commit. Thread-safe.
 */
public final class ObservedDataSource {

    /**
     * What has gone through.
     *
     * @param statements calls of an execute method, members of a batch counted one by one
     * @param begins     transactions begun
     * @param commits    transactions committed
     * @param rollbacks  transactions rolled back
     * @param rows       rows read
     */
    public record Counts(long statements, long begins, long commits, long rollbacks, long rows) {}

    private final DataSource proxy;
    private final Map<Object, Object> open = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Object, Long> batched = Collections.synchronizedMap(new IdentityHashMap<>());
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong begins = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong rollbacks = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();

    /** Observes that data source. */
    public ObservedDataSource(DataSource target) {
        this.proxy = (DataSource) wrap(DataSource.class, target, this);
    }

    /** What to hand to the code under test. */
    public DataSource dataSource() {
        return proxy;
    }

    /** What is open now, for people. */
    public List<String> open() {
        synchronized (open) {
            return open.keySet().stream().map(Object::toString).toList();
        }
    }

    /** The counts since the last {@link #reset()}. */
    public Counts counts() {
        return new Counts(statements.get(), begins.get(), commits.get(), rollbacks.get(), rows.get());
    }

    /** Starts counting anew. */
    public void reset() {
        List.of(statements, begins, commits, rollbacks, rows).forEach(counter -> counter.set(0));
    }

    private Object wrap(Class<?> type, Object target, Object parent) {
        return Proxy.newProxyInstance(
                ObservedDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(self, target, parent, method, arguments));
    }

    private @Nullable Object call(
            Object self, Object target, Object parent, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "equals":
                return arguments != null && self == arguments[0];
            case "hashCode":
                return System.identityHashCode(self);
            case "getConnection":
                if (!(target instanceof DataSource)) {
                    return target instanceof DatabaseMetaData ? invoke(method, target, arguments) : parent;
                }
                break;
            case "getStatement":
                return parent;
            default:
                before(target, method.getName(), arguments);
        }
        Object result = invoke(method, target, arguments);
        after(target, method.getName(), result);
        return result == null ? null : observed(self, target, method, result);
    }

    private static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void before(Object target, String name, Object @Nullable [] arguments) throws SQLException {
        if (target instanceof Connection connection) {
            switch (name) {
                case "setAutoCommit" -> {
                    if (arguments != null && Boolean.FALSE.equals(arguments[0]) && connection.getAutoCommit()) {
                        begins.incrementAndGet();
                    }
                }
                case "commit" -> commits.incrementAndGet();
                case "rollback" -> rollbacks.incrementAndGet();
                default -> {}
            }
        } else if (target instanceof Statement) {
            if (name.equals("addBatch")) {
                batched.merge(target, 1L, Long::sum);
            } else if (name.endsWith("Batch") && name.startsWith("execute")) {
                Long members = batched.remove(target);
                statements.addAndGet(members == null ? 0 : members);
            } else if (name.startsWith("execute")) {
                statements.incrementAndGet();
            }
        }
    }

    private void after(Object target, String name, @Nullable Object result) {
        if (name.equals("close")) {
            open.remove(target);
        }
        if (target instanceof Statement && (name.equals("close") || name.equals("getMoreResults"))) {
            synchronized (open) {
                open.values().removeIf(parent -> parent == target); // their result sets are closed with them
            }
        }
        if (target instanceof ResultSet && name.equals("next") && Boolean.TRUE.equals(result)) {
            rows.incrementAndGet();
        }
    }

    private Object observed(Object self, Object target, Method method, Object result) {
        Class<?> type = method.getReturnType();
        if (type == DatabaseMetaData.class) {
            return wrap(type, result, self);
        }
        boolean resource =
                type == Connection.class || Statement.class.isAssignableFrom(type) || type == ResultSet.class;
        if (!resource || method.getName().equals("unwrap")) {
            return result;
        }
        open.put(result, target);
        return wrap(type, result, self);
    }
}
