package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.console.html.Html;
import java.util.List;

/** Where a schema is, and what was done with its store. */
final class StoreFacts {

    static Html of(BoundSchema schema, Site site, Links links) {
        List<String> addresses = schema.driver().addresses();
        int models = schema.setup().schema().models().size();
        return Html.styled(
                "dl",
                "facts",
                fact("Store", Html.of("span", schema.storeKind() + ", bean " + schema.storeBean())),
                fact("Address", Html.of("span", addresses.isEmpty() ? "not told" : String.join(", ", addresses))),
                fact("Models", Html.of("span", String.valueOf(models))),
                fact("Setup", Html.of("span", site.setup(schema))),
                fact("Drift", Html.link(links.setup(schema), "Compare with the store")));
    }

    private static Html fact(String name, Html value) {
        return Html.of("div").add(Html.of("dt", name), Html.of("dd").add(value));
    }

    private StoreFacts() {}
}
