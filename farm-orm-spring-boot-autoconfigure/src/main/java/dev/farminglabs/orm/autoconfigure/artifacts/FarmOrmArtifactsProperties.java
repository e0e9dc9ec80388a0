package dev.farminglabs.orm.autoconfigure.artifacts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The files that other tools read.
 *
 * @param targets Files to write or to check, by a name that is that of the tool unless it says otherwise.
 */
@ConfigurationProperties("farm.orm.artifacts")
record FarmOrmArtifactsProperties(@DefaultValue Map<String, Target> targets) {

    static final String TARGETS = "farm.orm.artifacts.targets.";

    /**
     * One of them.
     *
     * @param tool        What reads it; the name of the target where nothing is said.
     * @param dialect     Database it is for; of no matter to mongo and mermaid.
     * @param path        File, or for migration the directory, from the working directory on.
     * @param schemas     Names of the schema beans in it; all that can be on such a store where nothing is said.
     * @param description What a new migration is called after its version.
     */
    record Target(
            @Nullable String tool,
            @Nullable String dialect,
            @Nullable String path,
            @DefaultValue List<String> schemas,
            @DefaultValue("change") String description) {}
}
