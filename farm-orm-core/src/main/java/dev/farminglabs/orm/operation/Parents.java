package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.RelationDefinition;

/**
 * Restricts a find to the targets of a relation from given records, and asks for each row's parent.
 *
 * @param relation the relation followed; the find is for its target model
 * @param keys     the slot of a non-empty list of distinct values of the relation's local key
 * @param link     for many-to-many, what a record of the join model must meet to link; otherwise {@link Predicate#every()}
 */
public record Parents(RelationDefinition relation, Slot keys, Predicate link) {}
