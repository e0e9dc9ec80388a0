package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.Stores;
import dev.farminglabs.orm.driver.jdbc.JdbcDriver;
import dev.farminglabs.orm.driver.mongo.MongoDriver;
import dev.farminglabs.orm.driver.mongo.MongoOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** The drivers of the context's stores: one for each store bean, shared by all schemas that live in it. Thread-safe. */
final class StoreDrivers implements SmartInitializingSingleton {

    /** Two schemas in one store may name different transaction managers, or different databases of one client. */
    private record Key(
            String storeBean,
            @Nullable String transactionManager,
            @Nullable String database) {}

    private final ConfigurableListableBeanFactory beans;
    private final FarmOrmProperties.Mongo mongo;
    private final StoreGuard guard;
    private final Map<Key, Driver> drivers = new HashMap<>();
    private final List<DataSourceTransactions> transactions = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    StoreDrivers(ConfigurableListableBeanFactory beans, FarmOrmProperties.Mongo mongo, StoreGuard guard) {
        this.beans = beans;
        this.mongo = mongo;
        this.guard = guard;
    }

    /** Whether there is something that a store is kept away from. */
    boolean guarded() {
        return guard.isActive();
    }

    /**
     * The driver for that store. Opens no connection.
     *
     * @throws StartupRefusedException when the store is one that the application must not meet
     */
    Driver driver(String schemaBean, ResolvedStore resolved, Object store, SchemaProperties settings) {
        String manager = store instanceof DataSource ? settings.transactionManager() : null;
        String database =
                resolved.kind() == StoreKind.MONGO ? MongoDatabaseName.of(schemaBean, resolved, store, settings) : null;
        Key key = new Key(resolved.bean(), manager, database);
        lock.lock();
        try {
            Driver driver = drivers.get(key);
            if (driver == null) {
                driver = open(schemaBean, resolved.kind(), store, key);
                guard.check(schemaBean, resolved, driver.addresses());
                driver = decorated(driver, resolved);
                drivers.put(key, driver);
            }
            return driver;
        } finally {
            lock.unlock();
        }
    }

    private Driver decorated(Driver driver, ResolvedStore store) {
        Driver result = driver;
        for (OrmDriverDecorator decorator :
                beans.getBeanProvider(OrmDriverDecorator.class).orderedStream().toList()) {
            result = decorator.decorate(result, store.bean());
        }
        return result;
    }

    private Driver open(String schemaBean, StoreKind kind, Object store, Key key) {
        if (store instanceof DataSource dataSource) {
            return jdbc(schemaBean, dataSource, key.transactionManager());
        }
        Driver driver = key.database() == null ? Stores.open(store) : Stores.open(store, key.database());
        return kind == StoreKind.MONGO ? MongoSettings.apply(driver, mongo) : driver;
    }

    /** Apart, because the driver's class is not to be loaded where MongoDB's are missing. */
    private static final class MongoSettings {
        static Driver apply(Driver driver, FarmOrmProperties.Mongo settings) {
            return driver instanceof MongoDriver known
                    ? known.with(MongoOptions.DEFAULT.withValidators(settings.validators()))
                    : driver;
        }
    }

    private Driver jdbc(String schemaBean, DataSource dataSource, @Nullable String transactionManager) {
        DataSourceTransactions manager = new DataSourceTransactions(beans, schemaBean, dataSource, transactionManager);
        transactions.add(manager);
        return new JdbcDriver(dataSource, manager);
    }

    /** A manager that cannot be told ends the start, and not the first transaction. */
    @Override
    public void afterSingletonsInstantiated() {
        List<DataSourceTransactions> known;
        lock.lock();
        try {
            known = List.copyOf(transactions);
        } finally {
            lock.unlock();
        }
        known.forEach(DataSourceTransactions::manager);
    }
}
