package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Write;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The models of sent calls whose answer takes a look afterwards: an upsert that did nothing asks whether the caller sees the
 * record that holds the key. A later call of the same batch that hides, shows or removes such a record has to wait until that
 * is answered. Used by one batch.
 */
final class Hindsight {

    private final Set<ModelDefinition> models = new HashSet<>();

    /** Whether what that write does would be taken for what the calls before it found. */
    boolean disturbedBy(Write next) {
        if (models.isEmpty()) {
            return false;
        }
        if (next instanceof Write.Update update) {
            return models.contains(update.model()) && moves(update.changes());
        }
        if (next instanceof Write.Upsert upsert) {
            return models.contains(upsert.model()) && moves(upsert.changes());
        }
        // with a record go those that point at it, of whatever model
        return next instanceof Write.Delete;
    }

    private static boolean moves(List<Change> changes) {
        return changes.stream().map(Change::field).anyMatch(Hindsight::decides);
    }

    /** Whether the field decides who sees a record, or under which key it is. */
    private static boolean decides(FieldDefinition field) {
        return field.is(FieldRole.TENANT)
                || field.is(FieldRole.SOFT_DELETE)
                || field.model().uniques().stream().anyMatch(key -> key.fields().contains(field));
    }

    void sent(Write write) {
        if (write instanceof Write.Upsert upsert && StoredViews.hides(upsert.model())) {
            models.add(upsert.model());
        }
    }

    /** All have been answered. */
    void answered() {
        models.clear();
    }
}
