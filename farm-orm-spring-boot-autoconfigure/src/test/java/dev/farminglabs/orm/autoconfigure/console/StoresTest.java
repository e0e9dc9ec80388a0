package dev.farminglabs.orm.autoconfigure.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.LocalMongo;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.RedisServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The same pages of a real Redis and of the MongoDB stand-in. */
@SuppressWarnings("NullAway.Init")
class StoresTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                FlywayAutoConfiguration.class,
                LiquibaseAutoConfiguration.class,
                HibernateJpaAutoConfiguration.class,
                DataJpaRepositoriesAutoConfiguration.class,
                DataSourceAutoConfiguration.class
            })
    static class TwoShops {
        @Bean
        Shop redisShop() {
            return new Shop();
        }

        @Bean
        Shop mongoShop() {
            return new Shop();
        }
    }

    private static ServletWebServerApplicationContext application;
    private static Visitor visitor;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void start() {
        application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(TwoShops.class)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.data.redis.host=" + RedisServers.get().host(),
                        "--spring.data.redis.port=" + RedisServers.get().port(),
                        "--spring.mongodb.uri=" + LocalMongo.address() + "/console",
                        "--farm.orm.console.enabled=true",
                        "--farm.orm.schemas.redis-shop.store=redis",
                        "--farm.orm.schemas.redis-shop.prefix=console_",
                        "--farm.orm.schemas.mongo-shop.store=mongo");
        visitor = new Visitor(application);
        for (String schema : new String[] {"redisShop", "mongoShop"}) {
            assertThat(visitor.page("/farm-orm/schemas/" + schema + "/setup"))
                    .as(schema)
                    .contains("Pending plan", "A push would add this", "plan a push");
            application.getBean(schema + "Setup", Setup.class).push();
            Shop.fill(application.getBean(schema + "OrmClient", OrmClient.class));
        }
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @CsvSource({"redisShop, redis, HMGET", "mongoShop, mongodb, find customers {"})
    void everyPageIsThere(String schema, String store, String statement) {
        String home = "/farm-orm/schemas/" + schema;
        assertThat(visitor.page("/farm-orm")).contains(schema + " on " + store);
        assertThat(visitor.page(home)).contains("Where invoices go", "many to many");
        assertThat(visitor.page(home + "/setup")).contains("A push would add nothing", "The store fits the schema");

        assertThat(visitor.page(home + "/models/customer?sort=email&count=1"))
                .contains("customer01@example.com", "1 to 25", "of 60", "find customer order by email", Values.MASK)
                .contains("<code>" + statement)
                .doesNotContain("key-of-nobody-else");
        assertThat(visitor.page(home + "/models/customer?f=name&o=starts&v=Ada"))
                .contains("1 to 1", "Ada Lovelace");
        assertThat(visitor.page(home + "/models/customer?f=email&o=eq&v=customer07%40example.com"))
                .contains("1 to 1", "Customer 7");
        assertThat(visitor.page(home + "/models/customer/record?id=c1"))
                .contains("Ada Lovelace", "&quot;theme&quot; : ");
        assertThat(visitor.page(home + "/models/product?from=purchase&by=products&key=o1"))
                .contains("1 to 2", "SKU-1", "SKU-2");
    }
}
