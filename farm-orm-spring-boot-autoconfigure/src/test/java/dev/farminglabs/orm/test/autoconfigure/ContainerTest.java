package dev.farminglabs.orm.test.autoconfigure;

import static dev.farminglabs.orm.autoconfigure.FastState.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.FastState;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.ContainerEngine;
import dev.farminglabs.orm.tck.RedisServers;
import dev.farminglabs.orm.tck.StoresRun;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The slice on a container that is a bean with {@code @ServiceConnection}; the settings point elsewhere. */
@FarmOrmTest(
        store = TestStore.APPLICATION,
        properties = {
            "spring.data.redis.port=1",
            "farm.orm.schemas.control-plane.store=memory",
            "farm.orm.schemas.[fast.state].store=redis",
            "farm.orm.schemas.[fast.state].prefix=container_",
            "spring.flyway.enabled=false",
            "spring.liquibase.enabled=false"
        })
@ExtendWith(StoresRun.class)
class ContainerTest {

    private static final DockerImageName IMAGE = DockerImageName.parse("redis:8");
    private static final int PORT = 6379;

    @Test
    void recordsAreOnTheServerOfTheContainer(
            @Autowired OrmClient<FastState> orm, @Autowired @Qualifier("fast.state") Setup setup) {
        setup.push();
        String token = UUID.randomUUID().toString();
        orm.model(SESSION).create(SESSION.token.set(token));
        assertThat(orm.model(SESSION).where(SESSION.token.eq(token)).exists()).isTrue();
        assertThat(orm.capabilities().store()).isEqualTo("redis");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Containers {

        @Bean
        @ServiceConnection(name = "redis")
        GenericContainer<?> redis() {
            if (ContainerEngine.answers()) {
                return new GenericContainer<>(IMAGE).withExposedPorts(PORT);
            }
            StoresRun.hole(
                    "@ServiceConnection: that a container is started (a server of the tests stood in its place)");
            return new StandIn();
        }
    }

    /** Where no engine answers: what a container tells of itself, about a server that runs already. */
    private static final class StandIn extends GenericContainer<StandIn> {

        private StandIn() {
            super(IMAGE);
            withExposedPorts(PORT);
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public String getHost() {
            return RedisServers.get().host();
        }

        @Override
        public Integer getMappedPort(int inside) {
            return RedisServers.get().port();
        }
    }
}
