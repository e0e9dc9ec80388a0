package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.setup.SchemaSetup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What all pages need.
 *
 * @param console the settings
 * @param catalog finds schemas and models
 * @param setups  knows what was done at the start
 * @param forms   makes forms that change something
 */
record Site(ConsoleProperties console, Catalog catalog, ObjectProvider<SchemaSetup> setups, Forms forms) {

    Links links(ServerRequest request) {
        return Links.of(request, console);
    }

    /** What the settings ask for, and what was done. */
    String setup(BoundSchema schema) {
        SchemaSetup setup = setups.getIfAvailable();
        return schema.setupMode().property() + (setup == null ? "" : ", " + setup.state(schema.name()));
    }
}
