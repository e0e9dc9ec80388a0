package dev.farminglabs.orm.definition;

import java.util.List;

/**
 * Fields that are looked up together.
 *
 * @param fields the fields, most significant first
 */
public record IndexDefinition(List<FieldDefinition> fields) {

    /** Copies the list. */
    public IndexDefinition {
        fields = List.copyOf(fields);
    }
}
