/**
 * What is true of the data: models, fields, keys and relations, resolved and immutable. A model's definition knows no
 * store, no prefix and no tenant, so one model can serve many clients; a {@link
 * dev.farminglabs.orm.definition.SchemaDefinition} adds the physical names that one client uses. Declarations are the
 * mutable first half of a definition's life, and end when the model is first used. All problems of a schema are
 * collected and reported together.
 */
@NullMarked
package dev.farminglabs.orm.definition;

import org.jspecify.annotations.NullMarked;
