package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.console.html.Drawing;
import dev.farminglabs.orm.autoconfigure.console.html.Html;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;

/** One schema: its models with all that was said about them. */
final class SchemaPage {

    private final Site site;

    SchemaPage(Site site) {
        this.site = site;
    }

    Page show(ServerRequest request) {
        Links links = site.links(request);
        BoundSchema schema = site.catalog().schema(request.pathVariable("schema"));
        SchemaDefinition definition = schema.setup().schema();
        List<Html> content = new ArrayList<>();
        content.add(StoreFacts.of(schema, site, links));
        content.add(drawing(schema, links));
        definition.models().forEach(model -> content.add(model(schema, definition, model, links)));
        content.add(Html.of("h2", "What the store can do"));
        content.add(CapabilityTable.of(List.of(schema)));
        return Page.of(schema.name(), List.of(Html.link(links.home(), "Schemas")), content);
    }

    static Html drawing(BoundSchema schema, Links links) {
        Html drawing =
                Drawing.of(schema.setup().schema(), model -> links.records(schema, model, new LinkedMultiValueMap<>()));
        return Html.scroll("Drawing of " + schema.name(), drawing);
    }

    private static Html model(BoundSchema schema, SchemaDefinition definition, ModelDefinition model, Links links) {
        Html rows = Html.of("tbody");
        model.fields().forEach(field -> rows.add(row(definition, field)));
        Html head = Html.of("tr")
                .add(column("Field"), column("Kind"), column("Rules"), column("In the store"), column("About"));
        Html table = Html.of("table").add(Html.of("thead").add(head), rows);
        Html part = Html.styled(
                        "section",
                        "card",
                        Html.of("h2", model.name()),
                        Html.styled("p", "quiet").text("in " + definition.table(model)),
                        Html.of("p")
                                .add(Html.link(links.records(schema, model, new LinkedMultiValueMap<>()), "Records")),
                        Html.scroll("Fields of " + model.name(), table))
                .with("id", model.name());
        return model.relations().isEmpty() ? part : part.add(relations(model));
    }

    private static Html column(String name) {
        return Html.of("th", name).with("scope", "col");
    }

    private static Html row(SchemaDefinition schema, FieldDefinition field) {
        Html rules = Html.of("td");
        FieldRules.of(field)
                .forEach(rule -> rules.add(Html.styled("span", "badge").text(rule)));
        String about = field.description();
        return Html.of("tr")
                .add(Html.of("th", field.name()).with("scope", "row"))
                .add(Html.of("td", FieldRules.kind(field)), rules)
                .add(Html.of("td").add(Html.of("code", schema.column(field))))
                .add(Html.of("td", about == null ? "" : about));
    }

    private static Html relations(ModelDefinition model) {
        Html list = Html.styled("ul", "relations");
        for (RelationDefinition relation : model.relations()) {
            String kind = relation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            list.add(Html.of("li")
                    .add(Html.of("strong", relation.name()))
                    .text(" " + kind + " ")
                    .add(Html.link(
                            "#" + relation.target().name(), relation.target().name())));
        }
        return list;
    }
}
