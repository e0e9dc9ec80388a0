package dev.farminglabs.orm.driver.mongo;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.session.ServerSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a client of a server without transactions, and says that it has them. A session notes how its transactions
 * end; commands are sent without it, so nothing is undone. An answer can be put in the server's place.
 */
public final class ClientBetween {

    /** Answers in the server's place. */
    interface Rule {
        /** Returns for what the server may answer, or throws what it would. */
        void asked(String method, @Nullable Object[] arguments);
    }

    /** Spring asks the session on the server whether it is closed. */
    private static final Object OPEN = Proxy.newProxyInstance(
            ServerSession.class.getClassLoader(),
            new Class<?>[] {ServerSession.class},
            (proxy, method, any) -> method.getName().equals("isClosed") ? false : null);

    final List<String> ends = new CopyOnWriteArrayList<>();
    private final Rule rule;

    /** With answers of the server's own. */
    public ClientBetween() {
        this((method, arguments) -> {});
    }

    ClientBetween(Rule rule) {
        this.rule = rule;
    }

    /** A client that says it has transactions. */
    public MongoClient before(MongoClient client) {
        return between(MongoClient.class, client);
    }

    /** How transactions ended so far: {@code commit} or {@code abort}. */
    public List<String> ends() {
        return List.copyOf(ends);
    }

    private <T> T between(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    @Nullable Object[] given = arguments == null ? new @Nullable Object[0] : arguments;
                    if (method.getName().equals("startSession")) {
                        return session();
                    }
                    if (method.getName().equals("runCommand") && given[0] instanceof BsonDocument command) {
                        if (command.containsKey("hello")) {
                            return BsonDocument.parse("{setName: 'rs', logicalSessionTimeoutMinutes: 30}");
                        }
                    }
                    rule.asked(method.getName(), given);
                    return wrapped(withoutSession(type, target, method, given));
                }));
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        if (result instanceof MongoDatabase database) {
            return between(MongoDatabase.class, database);
        }
        return result instanceof MongoCollection<?> collection ? between(MongoCollection.class, collection) : result;
    }

    private static @Nullable Object withoutSession(
            Class<?> type, Object target, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            if (arguments.length == 0 || !(arguments[0] instanceof ClientSession)) {
                return method.invoke(target, arguments);
            }
            Class<?>[] types = method.getParameterTypes();
            Method same = type.getMethod(method.getName(), Arrays.copyOfRange(types, 1, types.length));
            return same.invoke(target, Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private ClientSession session() {
        boolean[] active = {false};
        return (ClientSession) Proxy.newProxyInstance(
                ClientSession.class.getClassLoader(), new Class<?>[] {ClientSession.class}, (proxy, method, any) -> {
                    switch (method.getName()) {
                        case "startTransaction" -> active[0] = true;
                        case "commitTransaction", "abortTransaction" -> {
                            active[0] = false;
                            ends.add(method.getName().replace("Transaction", ""));
                        }
                        case "hasActiveTransaction" -> {
                            return active[0];
                        }
                        case "getServerSession" -> {
                            return OPEN;
                        }
                        case "hashCode" -> {
                            return System.identityHashCode(proxy);
                        }
                        case "equals" -> {
                            return proxy == any[0];
                        }
                        default -> {}
                    }
                    return null;
                });
    }
}
