package dev.farminglabs.orm.definition;

/** What a schema's definition is had from: the schema classes of an application are of this type. */
public interface SchemaSource {

    /**
     * The definition of the schema under those physical names.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_SCHEMA} when two
     *     models or fields would have the same physical name
     */
    SchemaDefinition definition(PhysicalNaming names);
}
