package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.console.html.Html;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.error.OrmError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;

/** What each store can do, side by side. A store that cannot be reached has the code of its error instead. */
final class CapabilityTable {

    private static final Map<String, Function<Capabilities, Object>> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("Transactions", Capabilities::transactions);
        ROWS.put("Upsert", Capabilities::upsert);
        ROWS.put("Increment", Capabilities::increment);
        ROWS.put("Expiry", Capabilities::expiry);
        ROWS.put("References", Capabilities::references);
        ROWS.put("Numeric ids", Capabilities::numericIds);
        ROWS.put("Namespaces", Capabilities::schemaNamespaces);
        ROWS.put("Text is compared", Capabilities::textMatching);
        ROWS.put("Text is ordered", Capabilities::textOrder);
        ROWS.put("createMany is atomic", Capabilities::atomicCreateMany);
        ROWS.put("A batch travels", Capabilities::batching);
        ROWS.put("Keys can be changed", Capabilities::keyChanges);
        ROWS.put("Ids can be given", Capabilities::givenIds);
    }

    /** One store's answer: what it can do, or why it does not say. */
    private record Answer(BoundSchema schema, Map<String, String> words, String store) {}

    static Html of(List<BoundSchema> schemas) {
        List<Answer> answers = schemas.stream().map(CapabilityTable::ask).toList();
        Html names = Html.of("tr").add(Html.of("td"));
        answers.forEach(answer -> names.add(
                Html.of("th", answer.schema().name() + " on " + answer.store()).with("scope", "col")));
        Html body = Html.of("tbody");
        for (String row : ROWS.keySet()) {
            Html line = Html.of("tr").add(Html.of("th", row).with("scope", "row"));
            answers.forEach(answer -> line.add(cell(answer.words().getOrDefault(row, "not known"))));
            body.add(line);
        }
        Html table = Html.of("table").add(Html.of("thead").add(names), body);
        return Html.scroll("What the stores can do", table);
    }

    private static Html cell(String word) {
        String styleClass = word.equals("native") || word.equals("yes")
                ? "yes"
                : word.equals("none") || word.equals("no") ? "no" : "";
        return Html.of("td").add(Html.of("span", word).with(!styleClass.isEmpty(), "class", styleClass));
    }

    private static Answer ask(BoundSchema schema) {
        try {
            Capabilities capabilities = schema.driver().capabilities();
            Map<String, String> words = new LinkedHashMap<>();
            ROWS.forEach((name, value) -> words.put(name, word(value.apply(capabilities))));
            return new Answer(schema, words, capabilities.store());
        } catch (DataAccessException failure) {
            String code = OrmError.in(failure)
                    .map(error -> error.code().name())
                    .orElse(failure.getClass().getSimpleName());
            return new Answer(schema, Map.of(), code);
        }
    }

    private static String word(Object value) {
        return value instanceof Boolean yes
                ? yes ? "yes" : "no"
                : value.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private CapabilityTable() {}
}
