package dev.farminglabs.orm.autoconfigure.artifacts;

import dev.farminglabs.orm.autoconfigure.ArtifactTask;
import dev.farminglabs.orm.autoconfigure.StartupRefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/**
 * Writes or checks the files where the start is for that, and ends it. It is the one bean that is made then. A refusal ends
 * it as it ends any other start: with a report of Spring Boot and exit code 1.
 */
final class ArtifactsRun implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ArtifactsRun.class);

    private final NamedArtifacts artifacts;
    private final Environment environment;

    ArtifactsRun(NamedArtifacts artifacts, Environment environment) {
        this.artifacts = artifacts;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        switch (ArtifactTask.of(environment)) {
            case GENERATE -> generate();
            case CHECK -> check();
            case NONE -> {
                return;
            }
        }
        throw new ArtifactsDone();
    }

    /** All are made before one is written, so that a mistake in the last one changes nothing. */
    private void generate() {
        List<NamedArtifact> all = artifacts.all();
        all.forEach(NamedArtifact::stale);
        List<Path> written = new ArrayList<>();
        all.forEach(each -> written.addAll(each.write()));
        LOG.info("{} of {} artifacts were stale and are written{}", written.size(), all.size(), lines(written));
    }

    private void check() {
        List<NamedArtifact> all = artifacts.all();
        List<Path> stale = all.stream().flatMap(each -> each.stale().stream()).toList();
        if (!stale.isEmpty()) {
            throw new StartupRefusedException(
                    stale.size() + " of " + all.size() + " artifacts are stale:" + lines(stale),
                    StartupRefusedException.write(
                            "Start with this argument, look at what has changed, and commit it:",
                            List.of("--farm.orm.artifacts.generate")));
        }
        LOG.info("{} of {} artifacts are up to date", all.size(), all.size());
    }

    private static String lines(List<Path> files) {
        return files.stream().map(file -> "\n    " + file).collect(Collectors.joining());
    }
}
