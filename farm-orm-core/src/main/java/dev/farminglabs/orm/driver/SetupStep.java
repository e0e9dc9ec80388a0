package dev.farminglabs.orm.driver;

/**
 * One thing that a push adds. Sealed, and without a kind that removes anything.
 */
public sealed interface SetupStep {

    /** What is added, for people, such as {@code table users}. */
    String what();

    /** The statement or command that adds it. */
    String statement();

    /**
     * Adds a namespace.
     *
     * @param what      for people
     * @param statement for the store
     */
    record CreateNamespace(String what, String statement) implements SetupStep {}

    /**
     * Adds a table or collection.
     *
     * @param what      for people
     * @param statement for the store
     */
    record CreateTable(String what, String statement) implements SetupStep {}

    /**
     * Adds a column to a table that is there.
     *
     * @param what      for people
     * @param statement for the store
     */
    record AddColumn(String what, String statement) implements SetupStep {}

    /**
     * Adds a unique key or an index.
     *
     * @param what      for people
     * @param statement for the store
     */
    record AddIndex(String what, String statement) implements SetupStep {}

    /**
     * Adds a rule the store keeps: a reference or a check.
     *
     * @param what      for people
     * @param statement for the store
     */
    record AddConstraint(String what, String statement) implements SetupStep {}

    /**
     * Adds a sentence for people.
     *
     * @param what      for people
     * @param statement for the store
     */
    record AddComment(String what, String statement) implements SetupStep {}
}
