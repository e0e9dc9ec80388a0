package dev.farminglabs.orm.reliability.differential;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.farminglabs.orm.tck.MongoFixture;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What a store is sent, without the values: the texts of statements, the keys and operators of commands. */
final class Sent {

    private static final List<String> OPERATORS =
            List.of("$eq", "$ne", "$in", "$nin", "$exists", "$not", "$type");

    final List<String> shapes = new ArrayList<>();

    /** The shapes of what the work sends. */
    List<String> of(Runnable work) {
        shapes.clear();
        work.run();
        return List.copyOf(shapes);
    }

    /** The data source, with the text of each statement taken down. */
    DataSource watched(DataSource target) {
        return (DataSource) watched(DataSource.class, target);
    }

    private Object watched(Class<?> type, Object target) {
        return Proxy.newProxyInstance(Sent.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().startsWith("prepare") && args != null && args[0] instanceof String text) {
                shapes.add(text);
            }
            try {
                Object result = method.invoke(target, args);
                return result instanceof Connection ? watched(Connection.class, result) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** A database of its own on the MongoDB of the tests, with each command taken down. */
    Object mongo() {
        String database = "sent_" + UUID.randomUUID().toString().substring(0, 8);
        var client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(MongoFixture.url()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getDatabaseName().equals(database)) {
                            shapes.add(shape(event.getCommand()));
                        }
                    }
                })
                .build());
        return client.getDatabase(database);
    }

    /** Keys and operators. What stands for a JSON value is a value, whatever keys it has. */
    private static String shape(BsonValue value) {
        if (value instanceof BsonDocument document) {
            return document.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals("lsid"))
                    .map(entry -> entry.getKey() + ": "
                            + (json(entry.getKey(), entry.getValue()) ? "?" : shape(entry.getValue())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof BsonArray array
                ? array.stream().map(Sent::shape).collect(Collectors.joining(", ", "[", "]"))
                : "?";
    }

    private static boolean json(String key, BsonValue value) {
        boolean operators = value instanceof BsonDocument document
                && !document.isEmpty()
                && OPERATORS.contains(document.getFirstKey());
        return key.equals("$literal") || (key.equals("data") && !operators);
    }
}
