package dev.farminglabs.orm.autoconfigure.observation;

import dev.farminglabs.orm.autoconfigure.OrmDriverDecorator;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.redis.RedisDriver;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.core.Ordered;

/** Counts the calls that Redis could only answer by looking at every key. Takes note of drivers and leaves them as they are. */
final class ScanMetrics implements OrmDriverDecorator, MeterBinder, Ordered {

    private final Map<RedisDriver, String> drivers = new ConcurrentHashMap<>();
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    /** Before whatever stands between it and the driver. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Driver decorate(Driver driver, String storeBean) {
        if (driver instanceof RedisDriver redis && drivers.put(redis, storeBean) == null) {
            registries.forEach(registry -> count(redis, storeBean, registry));
        }
        return driver;
    }

    /** Clients may be made before or after the registry; the same counter twice is one. */
    @Override
    public void bindTo(MeterRegistry registry) {
        registries.add(registry);
        drivers.forEach((redis, storeBean) -> count(redis, storeBean, registry));
    }

    private static void count(RedisDriver redis, String storeBean, MeterRegistry registry) {
        FunctionCounter.builder("farm.orm.redis.scans", redis, RedisDriver::scans)
                .description("Calls that were answered by looking at every key of the server.")
                .tag("store.bean", storeBean)
                .register(registry);
    }
}
