package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What models and fields are called in a language that has fewer names than Java. Not thread-safe. */
final class ModelNames {

    private final FreeNames free;
    private final IdentityHashMap<ModelDefinition, String> models = new IdentityHashMap<>();
    private final IdentityHashMap<FieldDefinition, String> fields = new IdentityHashMap<>();
    private final IdentityHashMap<ModelDefinition, FreeNames> members = new IdentityHashMap<>();

    /**
     * Names for all models and fields.
     *
     * @param style    makes the name of a model of one that is a word
     * @param reserved what nothing at the top of the file may be called
     */
    ModelNames(Sources sources, UnaryOperator<String> style, String... reserved) {
        this.free = new FreeNames(reserved);
        for (ModelDefinition model : sources.models()) {
            models.put(model, free.take(style.apply(FreeNames.word(model.name()))));
            FreeNames inside = new FreeNames();
            members.put(model, inside);
            model.fields().forEach(field -> fields.put(field, inside.take(FreeNames.word(field.name()))));
        }
    }

    String of(ModelDefinition model) {
        return Objects.requireNonNull(models.get(model), model::name);
    }

    String of(FieldDefinition field) {
        return Objects.requireNonNull(fields.get(field), field::name);
    }

    /** A further name at the top of the file. */
    String top(String wanted) {
        return free.take(FreeNames.word(wanted));
    }

    /** A further name inside a model. */
    String member(ModelDefinition model, String wanted) {
        return Objects.requireNonNull(members.get(model), model::name).take(FreeNames.word(wanted));
    }
}
