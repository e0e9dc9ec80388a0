package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.console.html.Html;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.function.ServerRequest;

/** All schemas: where each is, what its store can do, and how its models are related. */
final class HomePage {

    private final Site site;

    HomePage(Site site) {
        this.site = site;
    }

    Page show(ServerRequest request) {
        Links links = site.links(request);
        List<BoundSchema> schemas = site.catalog().all();
        List<Html> content = new ArrayList<>();
        if (schemas.isEmpty()) {
            content.add(Html.of("p", "There is no schema bean with a client that is made here."));
            return Page.of("Schemas", List.of(), content);
        }
        schemas.forEach(schema -> content.add(card(schema, links)));
        content.add(Html.of("h2", "What the stores can do"));
        content.add(CapabilityTable.of(schemas));
        return Page.of("Schemas", List.of(), content);
    }

    private Html card(BoundSchema schema, Links links) {
        return Html.styled(
                "section",
                "card",
                Html.of("h2").add(Html.link(links.schema(schema), schema.name())),
                StoreFacts.of(schema, site, links),
                SchemaPage.drawing(schema, links));
    }
}
