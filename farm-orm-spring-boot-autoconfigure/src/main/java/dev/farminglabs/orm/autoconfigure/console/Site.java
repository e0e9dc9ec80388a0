package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.setup.SchemaSetup;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What all pages need.
 *
 * @param console the settings
 * @param catalog finds schemas and models
 * @param setups  knows what was done at the start
 * @param forms   makes forms that change something
 * @param dryRun  whether the settings say that a push only tells what it would add
 */
record Site(
        ConsoleProperties console, Catalog catalog, ObjectProvider<SchemaSetup> setups, Forms forms, boolean dryRun) {

    /** Why the console pushes nothing; null where it may. */
    @Nullable
    String whyReadOnly() {
        if (!console.writable()) {
            return "The console is read-only. It may push where farm.orm.console.writable is true.";
        }
        return dryRun ? "Nothing is added where farm.orm.setup.dry-run is true." : null;
    }

    Links links(ServerRequest request) {
        return Links.of(request, console);
    }

    /** What the settings ask for, and what was done. */
    String setup(BoundSchema schema) {
        SchemaSetup setup = setups.getIfAvailable();
        return schema.setupMode().property() + (setup == null ? "" : ", " + setup.state(schema.name()));
    }
}
