package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.console.html.Html;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What a page of records is narrowed by, and the forms that narrow it. They work without the page's script, which only keeps
 * out comparisons that do not fit the field.
 *
 * @param listing what is shown now
 * @param links   makes the addresses
 */
record FilterForms(Listing listing, Links links) {

    private static final Sight NONE = new Sight(null, false, false);

    List<Html> all() {
        List<Html> parts = new ArrayList<>();
        SightForm sight = new SightForm(listing.sight(), listing.model(), listing.read());
        if (sight.isNeeded()) {
            parts.add(sight.to(here(), listing.sight(NONE).query()));
        }
        if (!listing.filters().isEmpty() || listing.via() != null) {
            parts.add(chips());
        }
        parts.add(filter());
        return parts;
    }

    private String here() {
        return links.records(listing.schema(), listing.model(), new LinkedMultiValueMap<>());
    }

    /** A form that leads to an address and keeps what is said in other parameters. */
    static Html form(String styleClass, String address, MultiValueMap<String, String> kept) {
        Html form = Html.styled("form", styleClass).with("method", "get").with("action", address);
        kept.forEach((name, values) -> values.forEach(value -> form.add(Forms.hidden(name, value))));
        return form;
    }

    static Html label(String words, Html input) {
        return Html.of("label").add(Html.of("span", words), input);
    }

    private Html chips() {
        Html list = Html.styled("ul", "chips").with("aria-label", "Filters");
        for (Filter filter : listing.filters()) {
            String without = links.records(listing.schema(), listing.model(), listing.without(filter));
            list.add(Html.of("li")
                    .add(Html.of("span", filter.words()))
                    .add(Html.link(without, "×").with("aria-label", "Without: " + filter.words())));
        }
        Via via = listing.via();
        return via == null
                ? list
                : list.add(Html.of("li")
                        .add(Html.of("span", "of " + via.relation() + " " + via.key()))
                        .add(Html.link(here(), "×").with("aria-label", "Without: of " + via.relation())));
    }

    private Html filter() {
        ModelDefinition model = listing.model();
        Html fields = Html.of("select").with("name", Filter.FIELD).with("id", "filter-field");
        for (FieldDefinition field : model.fields()) {
            if (!Values.secret(field)) {
                fields.add(Html.of("option", field.name())
                        .with("value", field.name())
                        .with(
                                "data-kind",
                                field.is(FieldRole.ID) ? "ID" : field.kind().name()));
            }
        }
        Html operators = Html.of("select").with("name", Filter.OPERATOR).with("id", "filter-operator");
        for (Operator operator : Operator.values()) {
            operators.add(Html.of("option", operator.words)
                    .with("value", operator.key)
                    .with(
                            "data-kinds",
                            operator.kinds().stream().map(Enum::name).collect(Collectors.joining(" ")))
                    .with(!operator.takesValue(), "data-empty", "1"));
        }
        Html value = Html.of("input")
                .with("name", Filter.VALUE)
                .with("id", "filter-value")
                .with("autocomplete", "off")
                .with("spellcheck", "false");
        return form("filter", here(), listing.query())
                .add(label("Field", fields), label("Comparison", operators), label("Value", value))
                .add(Html.of("button", "Add filter").with("type", "submit"));
    }
}
