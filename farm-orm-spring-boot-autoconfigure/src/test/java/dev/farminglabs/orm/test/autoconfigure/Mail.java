package dev.farminglabs.orm.test.autoconfigure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares no schema, so it does not belong to the slice. */
@Configuration(proxyBeanMethods = false)
class Mail {

    @Bean
    String mailServer() {
        throw new IllegalStateException("no test sends mail");
    }
}
