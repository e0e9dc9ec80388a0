package dev.farminglabs.orm.autoconfigure.artifacts;

import dev.farminglabs.orm.autoconfigure.ArtifactTask;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A start that is only for files has no web server, starts no containers, and calls its end no exception. */
final class QuietStart implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.main.web-application-type", "none",
            "spring.docker.compose.enabled", "false",
            "logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext", "error",
            "logging.level.org.springframework.context.support.GenericApplicationContext", "error");

    /** After application.yml is read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (ArtifactTask.of(environment) != ArtifactTask.NONE) {
            environment.getPropertySources().addFirst(new MapPropertySource("farmOrmArtifacts", SETTINGS));
        }
    }
}
