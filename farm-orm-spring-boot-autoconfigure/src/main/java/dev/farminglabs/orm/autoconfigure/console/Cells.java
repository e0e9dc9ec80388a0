package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.console.html.Html;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Shows stored values: secrets masked, long ones cut, keys as links to what they are keys of.
 *
 * @param schema the schema
 * @param sight  what is in sight behind the links too
 * @param links  makes the addresses
 */
record Cells(BoundSchema schema, Sight sight, Links links) {

    static final String ID = "id";

    private static final int BRIEF = 72;
    private static final int WHOLE = 100_000;

    /** In a table. */
    Html brief(FieldDefinition field, @Nullable Object value) {
        return value == null ? none() : cell(field, value, cut(Values.line(field, value), BRIEF));
    }

    /** On the page of the record. */
    Html whole(FieldDefinition field, @Nullable Object value) {
        if (value == null) {
            return none();
        }
        String text = cut(Values.whole(field, value), WHOLE);
        boolean lines = text.indexOf('\n') >= 0 || (field.kind() == FieldKind.JSON && text.length() > BRIEF);
        return lines ? Html.of("pre", text) : cell(field, value, text);
    }

    private static Html none() {
        return Html.styled("span", "none").text("null");
    }

    private Html cell(FieldDefinition field, Object value, String shown) {
        if (Values.secret(field)) {
            return Html.styled("span", "secret")
                    .with("title", "secret")
                    .add(Html.of("span", shown).with("aria-hidden", "true"))
                    .add(Html.styled("span", "unseen").text("secret"));
        }
        if (field.is(FieldRole.ID)) {
            return Html.link(to(field, value), shown);
        }
        ReferenceDefinition reference = field.reference();
        if (reference != null && leads(reference.target())) {
            return Html.link(to(reference.target(), value), shown);
        }
        String kind = field.kind().comparable() && field.kind() != FieldKind.STRING ? "number" : "text";
        return Html.styled("span", kind).text(shown);
    }

    private boolean leads(FieldDefinition target) {
        return schema.setup().schema().contains(target.model()) && !Values.secret(target);
    }

    /** To the record whose field has the value. */
    String to(FieldDefinition key, Object value) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        if (key.is(FieldRole.ID)) {
            query.add(ID, Values.line(key, value));
            sight.to(query);
            return links.record(schema, key.model(), query);
        }
        new Filter(key, Operator.EQ, Values.line(key, value)).to(query);
        sight.to(query);
        return links.records(schema, key.model(), query);
    }

    /** Never through the middle of a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
