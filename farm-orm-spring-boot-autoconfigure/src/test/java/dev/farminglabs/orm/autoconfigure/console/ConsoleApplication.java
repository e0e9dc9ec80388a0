package dev.farminglabs.orm.autoconfigure.console;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application with a schema on H2 and one in memory. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            FlywayAutoConfiguration.class,
            LiquibaseAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            DataJpaRepositoriesAutoConfiguration.class,
            DataRedisAutoConfiguration.class,
            MongoAutoConfiguration.class
        })
class ConsoleApplication {

    @Bean
    Shop shop() {
        return new Shop();
    }

    @Bean
    Board board() {
        return new Board();
    }

    /** Started on a port of its own, with the console; a setting given here wins. */
    static ServletWebServerApplicationContext start(String database, String... settings) {
        return start(new Class<?>[] {ConsoleApplication.class}, database, settings);
    }

    static ServletWebServerApplicationContext start(Class<?>[] sources, String database, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=jdbc:h2:mem:" + database,
                "--farm.orm.console.enabled=true",
                "--farm.orm.schemas.shop.store=jdbc",
                "--farm.orm.schemas.board.store=memory"));
        for (String setting : settings) {
            all.add("--" + setting);
        }
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(sources).run(all.toArray(String[]::new));
    }
}
