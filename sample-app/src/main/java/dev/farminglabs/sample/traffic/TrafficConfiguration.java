package dev.farminglabs.sample.traffic;

import dev.farminglabs.orm.autoconfigure.OrmDriverDecorator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every driver the starter makes is counted. */
@Configuration(proxyBeanMethods = false)
class TrafficConfiguration {

    @Bean
    static OrmDriverDecorator countedCalls() {
        return (driver, storeBean) -> new CountedDriver(driver);
    }
}
