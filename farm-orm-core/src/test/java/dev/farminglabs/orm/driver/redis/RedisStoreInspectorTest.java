package dev.farminglabs.orm.driver.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.driver.Stores;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A connection factory is recognised, and its library is not needed to say no. */
class RedisStoreInspectorTest {

    @Test
    void recognisesAConnectionFactory() {
        try (RedisBench bench = new RedisBench()) {
            assertThat(Stores.inspect(bench.connections).kind()).isEqualTo("redis");
            assertThat(Stores.open(bench.connections)).isInstanceOf(RedisDriver.class);
        }
        assertThat(Stores.inspect("redis://localhost").supported()).isFalse();
    }

    @Test
    void loadsWithoutSpringDataRedis() throws IOException, ReflectiveOperationException {
        URL[] path = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(part -> !part.contains("spring-data") && !part.contains("lettuce") && !part.contains("jedis"))
                .map(RedisStoreInspectorTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Class<?> stores = without.loadClass("dev.farminglabs.orm.driver.Stores");
            Object finding = stores.getMethod("inspect", Object.class).invoke(null, "nothing");
            assertThat(finding.toString()).contains("kind=unknown");
            List<?> services = java.util.ServiceLoader.load(
                            without.loadClass("dev.farminglabs.orm.driver.StoreInspector"), without)
                    .stream()
                    .toList();
            assertThat(services).isNotEmpty();
        }
    }

    private static URL url(String part) {
        try {
            return new java.io.File(part).toURI().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
