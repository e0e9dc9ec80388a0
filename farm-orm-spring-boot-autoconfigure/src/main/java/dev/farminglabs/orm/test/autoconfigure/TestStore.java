package dev.farminglabs.orm.test.autoconfigure;

/** Where the records of a test are. */
public enum TestStore {
    /** In this process' memory, all schemas in one store, which is empty when a test method begins. */
    MEMORY,
    /** In the stores that the application's settings say, made by Boot's own auto-configurations. */
    APPLICATION
}
