package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.definition.ModelDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriUtils;

/**
 * Makes the addresses of the console's pages.
 *
 * @param base where the console is, with the path of the application
 */
record Links(String base) {

    static Links of(ServerRequest request, ConsoleProperties console) {
        return new Links(request.requestPath().contextPath().value() + console.path());
    }

    String home() {
        return base;
    }

    String asset(String name) {
        return base + "/assets/" + name;
    }

    String schema(BoundSchema schema) {
        return base + "/schemas/" + segment(schema.name());
    }

    String model(BoundSchema schema, ModelDefinition model) {
        return schema(schema) + "#" + segment(model.name());
    }

    String setup(BoundSchema schema) {
        return schema(schema) + "/setup";
    }

    String records(BoundSchema schema, ModelDefinition model, MultiValueMap<String, String> query) {
        return schema(schema) + "/models/" + segment(model.name()) + query(query);
    }

    String record(BoundSchema schema, ModelDefinition model, MultiValueMap<String, String> query) {
        return schema(schema) + "/models/" + segment(model.name()) + "/record" + query(query);
    }

    private static String query(MultiValueMap<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream().map(Links::parameters).collect(Collectors.joining("&", "?", ""));
    }

    private static String parameters(Map.Entry<String, List<String>> parameter) {
        return parameter.getValue().stream()
                .map(value -> segment(parameter.getKey()) + "=" + segment(value))
                .collect(Collectors.joining("&"));
    }

    /** Encodes whatever is not a letter, a digit or one of {@code -._~}. */
    private static String segment(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
