package dev.farminglabs.orm.autoconfigure.actuate;

import dev.farminglabs.orm.autoconfigure.BoundSchemas;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties;
import dev.farminglabs.orm.autoconfigure.setup.FarmOrmSetupAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.setup.SchemaSetup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The endpoint {@code farmorm}, where it is exposed. */
@AutoConfiguration(after = FarmOrmSetupAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean(BoundSchemas.class)
@ConditionalOnAvailableEndpoint(FarmOrmEndpoint.class)
public final class FarmOrmEndpointAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    FarmOrmEndpoint farmOrmEndpoint(
            BoundSchemas schemas, FarmOrmProperties properties, ObjectProvider<SchemaSetup> setups) {
        return new FarmOrmEndpoint(schemas, properties, setups.getIfAvailable());
    }
}
