package dev.farminglabs.orm.definition;

/** What a field gets at create when the caller gives nothing. */
public sealed interface DefaultValue {

    /**
     * A fixed value of the field's Java type.
     *
     * @param value the value, as the schema declares it
     */
    record Constant(Object value) implements DefaultValue {}

    /** The time of the create. */
    record Now() implements DefaultValue {}

    /** A new UUIDv7, or whatever id the store derives. */
    record NewId() implements DefaultValue {}

    /** A number made by the store. */
    record StoreGenerated() implements DefaultValue {}
}
