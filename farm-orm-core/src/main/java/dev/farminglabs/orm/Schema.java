package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.SchemaSource;
import dev.farminglabs.orm.driver.Ability;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Models that live in one store. A module declares one subclass for each storage contract, with one constant per model, and
 * an application injects {@code OrmClient<ThatSchema>}. Made in the constructor, checked there as a whole: every mistake of
 * the schema and its models is in one exception. Thread-safe.
 */
public class Schema implements SchemaSource {

    private final String name;
    private final List<Model<?>> models;
    private final SchemaDefinition definition;
    private final Set<Ability> required = EnumSet.noneOf(Ability.class);

    /**
     * A schema of those models.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_SCHEMA} and all
     *     problems found
     */
    protected Schema(String name, Model<?>... models) {
        this.name = name;
        this.models = present(name, models);
        List<String> problems = new ArrayList<>();
        this.definition = SchemaDefinition.of(name, definitions(problems), PhysicalNaming.DEFAULT, problems);
    }

    /** A schema without a class of its own, for tools and tests. */
    public static Schema of(String name, Model<?>... models) {
        return new Schema(name, models);
    }

    private static List<Model<?>> present(String name, Model<?>... models) {
        for (int i = 0; i < models.length; i++) {
            if (models[i] == null) {
                throw OrmFailure.of(
                                OrmErrorCode.INVALID_SCHEMA,
                                "Schema " + name + " is not valid:\n  - model number " + (i + 1)
                                        + " is null: declare the model constants above the schema instance")
                        .exception();
            }
        }
        return List.of(models);
    }

    private List<ModelDefinition> definitions(List<String> problems) {
        return models.stream()
                .map(model -> model.binding().definition(problems))
                .toList();
    }

    /**
     * Says what the store must be able to do. Called in the subclass's constructor; a client on a store that lacks one of
     * them is refused when it is made.
     */
    protected final void require(Ability... abilities) {
        Collections.addAll(required, abilities);
    }

    /** The schema's name. */
    public final String name() {
        return name;
    }

    /** The models in the order of the constructor. */
    public final List<Model<?>> models() {
        return models;
    }

    /** What the store must be able to do. */
    public final Set<Ability> required() {
        return Collections.unmodifiableSet(required);
    }

    @Override
    public final SchemaDefinition definition(PhysicalNaming names) {
        return names.equals(PhysicalNaming.DEFAULT)
                ? definition
                : SchemaDefinition.of(name, definitions(new ArrayList<>()), names, List.of());
    }

    /** The schema's name. */
    @Override
    public final String toString() {
        return name;
    }
}
