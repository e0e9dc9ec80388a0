package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.StorePlace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The texts of the statements that a database is sent. */
final class Sent implements Watched {

    private final List<String> texts = new ArrayList<>();
    private final StoreFixture fixture;
    private final StorePlace place;

    Sent(StoreFixture fixture) {
        this.fixture = fixture;
        this.place = fixture.open();
    }

    @Override
    public StoreFixture fixture() {
        return fixture;
    }

    @Override
    public Object store() {
        return watched(DataSource.class, place.store());
    }

    @Override
    public List<String> of(Runnable work) {
        texts.clear();
        work.run();
        return List.copyOf(texts);
    }

    @Override
    public void close() {
        place.close();
    }

    private Object watched(Class<?> type, Object target) {
        return Proxy.newProxyInstance(Sent.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().startsWith("prepare") && args != null && args[0] instanceof String text) {
                texts.add(text);
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
