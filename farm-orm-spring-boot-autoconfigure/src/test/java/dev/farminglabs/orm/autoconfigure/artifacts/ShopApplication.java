package dev.farminglabs.orm.autoconfigure.artifacts;

import dev.farminglabs.orm.autoconfigure.ControlPlane;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A whole application, with a web server, JPA, Flyway and a database that is down. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ShopApplication {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }

    @Bean
    ControlPlane controlPlane() {
        return new ControlPlane();
    }

    @Bean
    ApplicationRunner runner() {
        throw new AssertionError("A runner is made");
    }
}
