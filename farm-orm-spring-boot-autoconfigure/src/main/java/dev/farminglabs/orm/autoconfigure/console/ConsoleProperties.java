package dev.farminglabs.orm.autoconfigure.console;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the console.
 *
 * @param enabled Whether the application shows the console.
 * @param path Path of the console below that of the application.
 * @param allowRemote Whether other machines may open the console.
 * @param allowedHosts Names by which the console may be called besides localhost, without ports.
 * @param forbiddenProfiles Profiles in which an application with the console does not start.
 * @param writable Whether the console may push what is missing in a store.
 */
@ConfigurationProperties("farm.orm.console")
public record ConsoleProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("/farm-orm") String path,
        @DefaultValue("false") boolean allowRemote,
        @DefaultValue List<String> allowedHosts,
        @DefaultValue({"prod", "production"}) List<String> forbiddenProfiles,
        @DefaultValue("false") boolean writable) {

    /** One slash in front and none at the end. */
    public ConsoleProperties {
        path = "/" + path.strip().replaceAll("^/+|/+$", "");
        if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException(
                    "farm.orm.console.path must be a path such as /farm-orm, of letters, digits, '.', '_', '~' and '-'");
        }
    }
}
