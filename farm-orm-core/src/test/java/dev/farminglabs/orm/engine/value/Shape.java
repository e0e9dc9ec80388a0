package dev.farminglabs.orm.engine.value;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.TypeRef;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.PhysicalNaming;
import java.util.Objects;

/** A model with the fields these tests are about. */
public final class Shape extends Model<Shape> {

    private static final Shape SHAPE = new Shape();
    public static final ModelDefinition MODEL = Schema.of("shapes", SHAPE)
            .definition(PhysicalNaming.DEFAULT)
            .models()
            .get(0);

    public final IdField<String> id = id();
    public final StringField name = string().nullable().length(5);
    public final DateTimeField at = datetime().nullable();
    public final NumberField<java.math.BigDecimal> price = decimal(5, 2);
    public final JsonField<Object> any = json(new TypeRef<Object>() {}).nullable();

    public static FieldDefinition field(String name) {
        return Objects.requireNonNull(MODEL.field(name));
    }
}
