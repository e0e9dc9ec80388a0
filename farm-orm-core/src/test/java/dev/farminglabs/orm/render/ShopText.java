package dev.farminglabs.orm.render;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaDefinition;
import java.util.Arrays;
import java.util.List;

/** What the tests have texts made of. */
final class ShopText {

    static Sources sources(Schema... schemas) {
        return new Sources(Arrays.stream(schemas)
                .map(schema -> schema.definition(PhysicalNaming.DEFAULT))
                .toList());
    }

    /** The shop in a namespace. */
    static Sources inNamespace(String namespace) {
        SchemaDefinition shop =
                new Shop().definition(new PhysicalNaming(PhysicalNaming.DEFAULT.naming(), "acme_", namespace));
        return new Sources(List.of(shop));
    }

    private ShopText() {}
}
