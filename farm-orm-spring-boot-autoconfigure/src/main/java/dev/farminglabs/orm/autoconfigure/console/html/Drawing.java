package dev.farminglabs.orm.autoconfigure.console.html;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Draws the models of a schema and how they are related, as SVG. The style sheet gives it its colours. */
public final class Drawing {

    private final SchemaDefinition schema;
    private final Places places;

    private Drawing(SchemaDefinition schema) {
        this.schema = schema;
        this.places = new Places(schema);
    }

    /**
     * The drawing.
     *
     * @param schema  what is drawn
     * @param address where a click on a model leads
     */
    public static Html of(SchemaDefinition schema, Function<ModelDefinition, String> address) {
        return new Drawing(schema).draw(address);
    }

    private Html draw(Function<ModelDefinition, String> address) {
        List<Tie> ties = Tie.all(schema);
        String size = "0 0 " + places.width() + " " + places.height();
        Html svg = Html.styled("svg", "drawing")
                .with("viewBox", size)
                .with("width", String.valueOf(places.width()))
                .with("height", String.valueOf(places.height()))
                .with("role", "group")
                .with("aria-label", "Models of " + schema.name() + " and how they are related");
        ties.forEach(tie -> svg.add(line(tie)));
        schema.models().forEach(model -> svg.add(box(model, address.apply(model))));
        ties.forEach(tie -> svg.add(ends(tie)));
        return svg;
    }

    private Html box(ModelDefinition model, String address) {
        Place place = places.of(model);
        Html box = Html.styled("a", "model")
                .with("href", address)
                .with("aria-label", "Records of " + model.name())
                .add(rect("body", place, place.height()))
                .add(rect("head", place, Place.HEAD))
                .add(word("name", place.x() + Place.PAD, place.y() + 19, model.name(), "start"));
        for (FieldDefinition field : Place.shown(model)) {
            int y = place.row(field) + 4;
            String mark = field.is(FieldRole.ID) ? "id" : field.secret() ? "secret" : kind(field);
            box.add(word("field", place.x() + Place.PAD, y, Place.shortened(field.name()), "start"))
                    .add(word("kind", place.x() + Place.WIDTH - Place.PAD, y, mark, "end"));
        }
        if (Place.shown(model).size() < model.fields().size()) {
            int hidden = model.fields().size() - Place.shown(model).size();
            box.add(word(
                    "kind", place.x() + Place.PAD, place.y() + place.height() - 7, "and " + hidden + " more", "start"));
        }
        return box;
    }

    private static String kind(FieldDefinition field) {
        return field.kind().name().toLowerCase(Locale.ROOT) + (field.nullable() ? "?" : "");
    }

    private static Html rect(String styleClass, Place place, int height) {
        return Html.styled("rect", styleClass)
                .with("x", String.valueOf(place.x()))
                .with("y", String.valueOf(place.y()))
                .with("width", String.valueOf(Place.WIDTH))
                .with("height", String.valueOf(height))
                .with("rx", "8");
    }

    private static Html word(String styleClass, int x, int y, String text, String anchor) {
        return Html.styled("text", styleClass)
                .with("x", String.valueOf(x))
                .with("y", String.valueOf(y))
                .with("text-anchor", anchor)
                .text(text);
    }

    /** From the field that holds the key, out of its box, into the box that has it. */
    private Html line(Tie tie) {
        Tie.Ends ends = tie.ends(places);
        return Html.styled("path", "tie").with("d", ends.path()).add(Html.of("title", tie.sentence()));
    }

    private Html ends(Tie tie) {
        Tie.Ends ends = tie.ends(places);
        return Html.of("g")
                .with("class", "ends")
                .with("aria-hidden", "true")
                .add(word("many", ends.x1() + 9 * ends.out1(), ends.y1() - 5, tie.single() ? "1" : "n", "middle"))
                .add(word("many", ends.x2() + 9 * ends.out2(), ends.y2() - 5, tie.optional() ? "0..1" : "1", "middle"));
    }
}
