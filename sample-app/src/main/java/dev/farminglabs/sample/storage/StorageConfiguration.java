package dev.farminglabs.sample.storage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two schema beans: all the starter needs to make two clients. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    ControlPlane controlPlane() {
        return new ControlPlane();
    }

    @Bean
    FastState fastState() {
        return new FastState();
    }
}
