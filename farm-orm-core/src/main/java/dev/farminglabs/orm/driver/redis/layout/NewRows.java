package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.redis.server.Violations;
import dev.farminglabs.orm.driver.row.Values;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of records to be created, by position. */
public final class NewRows {

    /** Gives the value of a slot. */
    public interface Given {
        /** The value; null where it has none. */
        @Nullable
        Object value(Slot slot);
    }

    /** The values of one record. A numeric id that is missing, and an id derived from another key, are {@code UNSUPPORTED}. */
    public static @Nullable Object[] row(ModelLayout layout, List<Setting> settings, Given given) {
        ModelDefinition model = layout.model();
        @Nullable Object[] row = new @Nullable Object[model.fields().size()];
        for (Setting setting : settings) {
            row[setting.field().position()] = Values.normalOrNull(given.value(setting.value()));
        }
        for (FieldDefinition field : model.fields()) {
            if (row[field.position()] == null && field.defaultValue() instanceof DefaultValue.StoreGenerated) {
                throw Violations.generatedId(field);
            }
        }
        refuseForeignId(layout, row);
        return row;
    }

    /** An id that looks derived is looked for under the key it would have been derived from. */
    private static void refuseForeignId(ModelLayout layout, @Nullable Object[] row) {
        FieldDefinition id = layout.model().id();
        if (layout.hasDerivedId(row) && !layout.handle(row).equals(row[id.position()])) {
            throw Violations.givenId(id);
        }
    }

    private NewRows() {}
}
