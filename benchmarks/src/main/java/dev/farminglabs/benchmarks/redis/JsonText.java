package dev.farminglabs.benchmarks.redis;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON text, by every subject that keeps them so. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : MAPPER.readValue(text, type);
    }

    static @Nullable Map<String, Object> map(@Nullable String text) {
        return text == null ? null : MAPPER.readValue(text, MAP);
    }

    private JsonText() {}
}
