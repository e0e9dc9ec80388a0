package dev.farminglabs.orm.definition;

/**
 * What kind of value a field stores, and the one Java type a driver sees for it. Enumerations travel as their stored
 * text and JSON as canonical text, so a driver only ever meets {@code String}, {@code Integer}, {@code Long}, {@code
 * BigDecimal}, {@code Boolean} and {@code Instant}.
 */
public enum FieldKind {
    /** Text; a driver sees {@code String}. */
    STRING,
    /** 32 bits; a driver sees {@code Integer}. */
    INTEGER,
    /** 64 bits; a driver sees {@code Long}. */
    BIGINT,
    /** An exact decimal number; a driver sees {@code BigDecimal}. */
    DECIMAL,
    /** True or false; a driver sees {@code Boolean}. */
    BOOLEAN,
    /** A point in time with milliseconds; a driver sees {@code Instant}. */
    DATETIME,
    /** One of a fixed list; a driver sees its stored text as {@code String}. */
    ENUMERATION,
    /** A JSON value; a driver sees canonical JSON text as {@code String}. */
    JSON;

    /** Whether values have an order that every store keeps. */
    public boolean comparable() {
        return this != BOOLEAN && this != ENUMERATION && this != JSON;
    }

    /** Whether a store can add to the value in place. */
    public boolean numeric() {
        return this == INTEGER || this == BIGINT || this == DECIMAL;
    }
}
