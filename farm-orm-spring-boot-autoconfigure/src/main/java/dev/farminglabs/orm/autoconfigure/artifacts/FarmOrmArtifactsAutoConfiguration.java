package dev.farminglabs.orm.autoconfigure.artifacts;

import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties;
import dev.farminglabs.orm.autoconfigure.OrmClientFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * Writes or checks the files that other tools read, where a start is for that. The beans are always there: whether they do
 * anything is read from the settings of the start, also in an application that was processed ahead of time.
 */
@AutoConfiguration(after = FarmOrmAutoConfiguration.class)
@ConditionalOnBean(OrmClientFactory.class)
@EnableConfigurationProperties(FarmOrmArtifactsProperties.class)
public final class FarmOrmArtifactsAutoConfiguration {

    static final String RUN = "farmOrmArtifactsRun";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static NothingElse farmOrmNothingButArtifacts(Environment environment) {
        return new NothingElse(environment);
    }

    @Bean
    NamedArtifacts farmOrmNamedArtifacts(
            ListableBeanFactory beans,
            FarmOrmArtifactsProperties artifacts,
            FarmOrmProperties properties,
            OrmClientFactory clients) {
        return new NamedArtifacts(beans, artifacts, properties, clients);
    }

    @Bean(RUN)
    ArtifactsRun farmOrmArtifactsRun(NamedArtifacts artifacts, Environment environment) {
        return new ArtifactsRun(artifacts, environment);
    }
}
