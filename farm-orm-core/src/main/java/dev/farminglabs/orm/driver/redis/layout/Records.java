package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.driver.redis.server.Commands;
import dev.farminglabs.orm.driver.redis.server.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the cells of records, many in one command. Thread-safe. */
public record Records(Commands commands) {

    /** The cells of each record in turn; all null for one that is not there. */
    public List<List<@Nullable String>> cells(ModelLayout layout, List<String> handles, List<String> columns) {
        if (handles.size() == 1) {
            return List.of(commands.cells(layout.recordKey(handles.get(0)), columns));
        }
        List<String> keys = handles.stream().map(layout::recordKey).toList();
        List<List<@Nullable String>> all = new ArrayList<>(keys.size());
        for (Object row : commands.read(Script.READ, keys, columns)) {
            List<@Nullable String> cells = new ArrayList<>(columns.size());
            for (Object cell : (List<?>) Objects.requireNonNull(row)) {
                cells.add((String) cell);
            }
            all.add(cells);
        }
        return all;
    }
}
