package dev.farminglabs.orm.driver.mongo;

/**
 * How a driver uses its database. Immutable.
 *
 * @param validators whether collections are made with a JSON schema, so that the server refuses documents of others that do
 *     not fit the model; what this library writes fits anyway
 */
public record MongoOptions(boolean validators) {

    /** Collections without validators. */
    public static final MongoOptions DEFAULT = new MongoOptions(false);

    /** The same with validators or without. */
    public MongoOptions withValidators(boolean wanted) {
        return new MongoOptions(wanted);
    }
}
