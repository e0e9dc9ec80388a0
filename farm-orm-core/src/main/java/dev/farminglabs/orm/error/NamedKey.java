package dev.farminglabs.orm.error;

import java.util.List;

/** A field or key by its names in the schema; what {@link OrmError#violates(NamedKey)} is asked about. */
public interface NamedKey {

    /** The model's name, such as {@code workspaceMembership}. */
    String modelName();

    /** The names of the fields, in the order of their declaration in the key. */
    List<String> fieldNames();
}
