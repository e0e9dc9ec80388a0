package dev.farminglabs.guide.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties that the libraries on the class path describe.
 *
 * @param types each with its type
 * @param keyed those below a name that the application gives, such as {@code farm.orm.schemas.<bean>.setup}
 */
record Metadata(Map<String, String> types, Set<String> keyed) {

    private static final String FILE = "META-INF/spring-configuration-metadata.json";

    /** A row of the table of settings, which a test of the auto-configuration holds to the metadata. */
    private static final Pattern KEYED = Pattern.compile("\\| `(farm\\.orm\\.[a-z.-]+\\.<[a-z]+>\\.[a-z-]+)` \\|");

    static Metadata onTheClassPath() {
        Map<String, String> types = new HashMap<>();
        try {
            for (URL file : Collections.list(Metadata.class.getClassLoader().getResources(FILE))) {
                read(file, types);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> keyed = new HashSet<>();
        KEYED.matcher(Project.text(Project.GUIDE.resolve("spring.md")))
                .results()
                .forEach(row -> keyed.add(row.group(1)));
        return new Metadata(types, keyed);
    }

    private static void read(URL file, Map<String, String> types) throws IOException {
        try (InputStream in = file.openStream()) {
            for (JsonNode property : JsonMapper.shared().readTree(in).get("properties")) {
                types.put(property.get("name").asString(), property.path("type").asString(""));
            }
        }
    }

    boolean knows(String name) {
        return types.containsKey(name) || keyed.contains(name) || isGroup(name) || isEntry(name);
    }

    private boolean isGroup(String name) {
        return types.keySet().stream().anyMatch(known -> known.startsWith(name + "."));
    }

    private boolean isEntry(String name) {
        return types.entrySet().stream()
                .filter(known -> known.getValue().startsWith("java.util.Map<"))
                .filter(known -> name.startsWith(known.getKey() + "."))
                .anyMatch(known ->
                        fits(known.getKey(), name.substring(known.getKey().length() + 1)));
    }

    /** Below a map of plain values any key will do; below one of ours the last part has to be known. */
    private boolean fits(String map, String rest) {
        if (keyed.stream().noneMatch(known -> known.startsWith(map + ".<"))) {
            return true;
        }
        String last = rest.contains(".") ? rest.substring(rest.lastIndexOf('.')) : "";
        return last.isEmpty()
                || keyed.stream().anyMatch(known -> known.startsWith(map + ".<") && known.endsWith(">" + last));
    }
}
