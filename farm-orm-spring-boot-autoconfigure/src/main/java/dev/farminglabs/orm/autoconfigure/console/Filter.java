package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * One condition of a page of records.
 *
 * @param field    the field
 * @param operator how it is compared
 * @param text     with what, as it was typed; empty where nothing is compared
 */
record Filter(FieldDefinition field, Operator operator, String text) {

    static final String FIELD = "f";
    static final String OPERATOR = "o";
    static final String VALUE = "v";

    /** A secret could be guessed letter by letter. */
    Filter {
        if (Values.secret(field)) {
            throw Refusal.bad(field + " is secret: the console does not filter by it");
        }
    }

    /** The conditions in the parameters of an address: three lists, side by side. */
    static List<Filter> all(ModelDefinition model, MultiValueMap<String, String> query) {
        List<String> fields = query.getOrDefault(FIELD, List.of());
        List<String> operators = query.getOrDefault(OPERATOR, List.of());
        List<String> values = query.getOrDefault(VALUE, List.of());
        if (operators.size() != fields.size() || values.size() != fields.size() || fields.size() > 20) {
            throw Refusal.bad("A filter has a field, a comparison and a value each, and there are at most 20");
        }
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                filters.add(
                        new Filter(Catalog.field(model, fields.get(i)), Operator.of(operators.get(i)), values.get(i)));
            }
        }
        return List.copyOf(filters);
    }

    /** Adds the filter to the parameters of an address. */
    void to(MultiValueMap<String, String> query) {
        query.add(FIELD, field.name());
        query.add(OPERATOR, operator.key);
        query.add(VALUE, text);
    }

    String words() {
        return field.name() + " " + operator.words + (operator.takesValue() ? " " + text : "");
    }
}
