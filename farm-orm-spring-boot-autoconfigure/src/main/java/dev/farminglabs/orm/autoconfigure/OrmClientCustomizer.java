package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.OrmClientBuilder;

/**
 * Changes the settings of the clients that are made for schema beans: a clock, a JSON mapper, names. Every bean of this type
 * is asked, in their order, after the settings of {@code farm.orm} were applied. A schema's setup has a builder of its own,
 * which is customized too, so that both agree on the names of tables; expect two calls for a schema. A client that an
 * application declares itself is not customized.
 */
@FunctionalInterface
public interface OrmClientCustomizer {

    /**
     * Changes the builder.
     *
     * @param schemaBean the name of the schema bean
     * @param builder    the builder of its client or its setup, on the store that was decided; not to be connected here
     */
    void customize(String schemaBean, OrmClientBuilder<?> builder);
}
