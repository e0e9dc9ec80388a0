package dev.farminglabs.orm.reliability.differential;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The texts of the statements that a database is sent. */
final class Sent {

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
}
