package dev.farminglabs.orm.render;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state a directory of migrations leads to, in a file beside them.
 *
 * @param dialect the database
 * @param version the last migration when it was recorded; 0 when there was none
 * @param parts   what is there
 */
record Snapshot(SqlDialect dialect, long version, List<Part> parts) {

    private static final String FILE = "farm-orm-snapshot.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The state recorded in that directory, or null when there is none. */
    static @Nullable Snapshot read(Path directory) {
        Path file = directory.resolve(FILE);
        String text = Target.read(file);
        if (text == null) {
            return null;
        }
        try {
            JsonNode snapshot = JSON.readTree(text);
            List<Part> parts = new ArrayList<>();
            for (JsonNode part : snapshot.path("parts")) {
                parts.add(new Part(
                        Part.Kind.valueOf(part.path("kind").asString()),
                        part.path("table").asString(),
                        part.path("name").asString(),
                        part.path("statement").asString(),
                        part.hasNonNull("undo") ? part.path("undo").asString() : null,
                        null,
                        null));
            }
            return new Snapshot(
                    SqlDialect.of(snapshot.path("dialect").asString()),
                    snapshot.path("version").asLong(0),
                    parts);
        } catch (JacksonException | IllegalArgumentException e) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_QUERY,
                            file + " is not a snapshot: restore it, or record the state anew")
                    .exception(e);
        }
    }

    /** Records the state in that directory. */
    void write(Path directory) {
        List<Map<String, String>> list = new ArrayList<>();
        for (Part part : parts) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("kind", part.kind().name());
            values.put("table", part.table());
            values.put("name", part.name());
            values.put("statement", part.statement());
            if (part.undo() != null) {
                values.put("undo", Objects.requireNonNull(part.undo()));
            }
            list.add(values);
        }
        Map<String, Object> snapshot = new LinkedHashMap<>();
        snapshot.put("dialect", dialect.store());
        snapshot.put("version", version);
        snapshot.put("parts", list);
        Target.write(directory.resolve(FILE), JSON.writeValueAsString(snapshot).replace("\r\n", "\n") + "\n");
    }
}
