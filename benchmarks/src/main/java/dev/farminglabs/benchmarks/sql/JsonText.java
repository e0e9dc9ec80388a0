package dev.farminglabs.benchmarks.sql;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** JSON as every subject but Farm ORM writes it. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static String of(Map<String, Object> value) {
        return MAPPER.writeValueAsString(value);
    }

    private JsonText() {}
}
