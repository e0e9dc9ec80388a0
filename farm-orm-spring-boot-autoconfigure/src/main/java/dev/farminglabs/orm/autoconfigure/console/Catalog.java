package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.BoundSchemas;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.Suggestion;
import java.util.List;
import java.util.function.Function;

/** Leads from the names in an address to what was defined under them: the only place where names are looked up. Thread-safe. */
final class Catalog {

    private final BoundSchemas schemas;

    Catalog(BoundSchemas schemas) {
        this.schemas = schemas;
    }

    /** All schemas whose clients were made here. */
    List<BoundSchema> all() {
        return schemas.all();
    }

    /** The schema bean of that name. */
    BoundSchema schema(String name) {
        return named(all(), BoundSchema::name, name, "There is no schema bean of that name");
    }

    /** The model of that name in the schema. */
    static ModelDefinition model(BoundSchema schema, String name) {
        return named(
                schema.setup().schema().models(),
                ModelDefinition::name,
                name,
                "Schema bean " + schema.name() + " has no model of that name");
    }

    /** The field of that name. */
    static FieldDefinition field(ModelDefinition model, String name) {
        return named(model.fields(), FieldDefinition::name, name, "Model " + model + " has no field of that name");
    }

    /** The relation of that name. */
    static RelationDefinition relation(ModelDefinition model, String name) {
        return named(
                model.relations(), RelationDefinition::name, name, "Model " + model + " has no relation of that name");
    }

    private static <T> T named(List<T> all, Function<T, String> naming, String name, String otherwise) {
        return all.stream()
                .filter(each -> naming.apply(each).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(
                        otherwise,
                        Suggestion.didYouMean(name, all.stream().map(naming).toList())));
    }
}
