package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.redis.layout.Cells;
import dev.farminglabs.orm.driver.redis.layout.Liveness;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.NewRows;
import dev.farminglabs.orm.driver.row.Values;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An upsert whose every change gives a field what a new record would get, without a condition and without a view: its values
 * travel once, and the shortest script carries it out.
 *
 * @param key    the record's key
 * @param tokens what the script is told, beside the key
 */
record PutWrite(String key, List<String> tokens) {

    /** So many tokens stand before the cells. */
    private static final int FIXED = 8;

    /** Null for any other upsert. */
    static @Nullable PutWrite of(Place place, Arguments arguments, Write.Upsert upsert) {
        if (!plain(upsert)) {
            return null;
        }
        ModelLayout layout = place.layout(upsert.model());
        if (!layout.single()) {
            return null;
        }
        AppliedWrites.refuseNaturalKey(layout, upsert.changes());
        @Nullable Object[] row = NewRows.row(layout, upsert.create(), arguments::get);
        for (Change change : upsert.changes()) {
            Object value = row[change.field().position()];
            if (value == null || !value.equals(Values.normalOrNull(arguments.get(change.value())))) {
                return null;
            }
        }
        Predicate expired = upsert.expired();
        String now = expired == null ? "" : Liveness.end(layout, expired, arguments);
        String handle = now == null ? null : AppliedWrites.handle(layout, row);
        return now == null || handle == null
                ? null
                : new PutWrite(layout.recordKey(handle), tokens(layout, handle, now, row, upsert));
    }

    private static boolean plain(Write.Upsert upsert) {
        return upsert.returning().isEmpty()
                && upsert.when().equals(Predicate.every())
                && !upsert.changes().isEmpty()
                && upsert.changes().stream().allMatch(change -> change.kind() == Change.Kind.SET);
    }

    private static List<String> tokens(
            ModelLayout layout, String handle, String now, @Nullable Object[] row, Write.Upsert upsert) {
        boolean[] changed = new boolean[row.length];
        upsert.changes().forEach(change -> changed[change.field().position()] = true);
        FieldDefinition expiry = layout.expiry();
        String life = layout.life(row);
        List<String> tokens = new ArrayList<>(FIXED + 2 * row.length);
        tokens.add(layout.column(layout.model().id()));
        tokens.add(layout.derivesIds() ? handle : "");
        tokens.add(layout.schemaVersion());
        tokens.add(expiry == null ? "" : layout.column(expiry));
        tokens.add(now);
        tokens.add(life);
        tokens.add(expiry != null && changed[expiry.position()] ? life : "-");
        tokens.add(""); // where the changed ones begin
        cells(layout, row, changed, false, tokens);
        tokens.set(FIXED - 1, Integer.toString(tokens.size() + 1));
        cells(layout, row, changed, true, tokens);
        return tokens;
    }

    private static void cells(
            ModelLayout layout, @Nullable Object[] row, boolean[] changed, boolean wanted, List<String> tokens) {
        for (FieldDefinition field : layout.model().fields()) {
            Object value = row[field.position()];
            if (value != null && changed[field.position()] == wanted) {
                tokens.add(layout.column(field));
                tokens.add(Cells.text(value));
            }
        }
    }

    /** What the script answered; null where the write has to be computed. */
    static @Nullable Written written(List<@Nullable Object> reply) {
        List<?> answer = (List<?>) Objects.requireNonNull(reply.get(0));
        return switch ((String) Objects.requireNonNull(answer.get(0))) {
            case "C" -> new Written(Outcome.CREATED, 1, List.of());
            case "U" -> new Written(Outcome.UPDATED, 1, List.of());
            default -> null;
        };
    }
}
