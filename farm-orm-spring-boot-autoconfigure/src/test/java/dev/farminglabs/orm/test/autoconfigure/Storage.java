package dev.farminglabs.orm.test.autoconfigure;

import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FastState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares schemas, so it belongs to the slice. */
@Configuration(proxyBeanMethods = false)
class Storage {

    @Bean
    ControlPlane controlPlane() {
        return new ControlPlane();
    }

    @Bean("fast.state")
    FastState fastState() {
        return new FastState();
    }
}
