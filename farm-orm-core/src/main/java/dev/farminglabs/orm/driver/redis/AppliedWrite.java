package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.redis.layout.Cells;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.server.Violations;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A write of one record that the server decides by itself.
 *
 * @param layout    where the records are
 * @param key       the record's key
 * @param tokens    what the script is told, beside the key
 * @param added     the fields that are added to, in the order the script is told
 * @param returning what is given back
 * @param decided   whether nothing having happened is an answer, or has to be looked into
 */
record AppliedWrite(
        ModelLayout layout,
        String key,
        List<String> tokens,
        List<FieldDefinition> added,
        List<FieldDefinition> returning,
        boolean decided) {

    /** Where the script is told to stop when nothing happened: what is looked into later must not be overtaken. */
    private static final int STOP = 4;

    /** The same, where nothing having happened has to be looked into. */
    AppliedWrite undecided() {
        List<String> stopping = new ArrayList<>(tokens);
        stopping.set(STOP, "1");
        return new AppliedWrite(layout, key, stopping, added, returning, false);
    }

    /** What the script answered; null where the write has to be computed. */
    @Nullable
    Written written(List<?> answer) {
        String outcome = (String) Objects.requireNonNull(answer.get(0));
        return switch (outcome) {
            case "C" -> one(Outcome.CREATED, answer);
            case "U" -> one(Outcome.UPDATED, answer);
            case "D" -> one(Outcome.DELETED, answer);
            case "N" -> decided ? Written.NOTHING : null;
            case "T" -> throw Violations.unique(layout.home());
            case "O" ->
                throw Violations.tooLarge(
                        added.get(Integer.parseInt((String) Objects.requireNonNull(answer.get(1))) - 1));
            default -> null;
        };
    }

    private Written one(Outcome outcome, List<?> answer) {
        List<@Nullable Object[]> rows = new ArrayList<>(1);
        if (answer.size() > 1) {
            List<?> cells = (List<?>) Objects.requireNonNull(answer.get(1));
            @Nullable Object[] row = new @Nullable Object[returning.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = Cells.value(returning.get(i), (String) cells.get(i));
            }
            rows.add(row);
        }
        return new Written(outcome, 1, rows);
    }
}
