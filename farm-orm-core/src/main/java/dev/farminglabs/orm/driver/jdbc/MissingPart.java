package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupStep;
import org.jspecify.annotations.Nullable;

/**
 * Something the schema has and the database has not.
 *
 * @param step       what adds it, or null where this database can add it only together with its table
 * @param difference how it is reported, or null when it goes without saying, as the keys of a missing table do
 * @param obstacle   what a person has to change before it can be added, or null
 */
record MissingPart(
        @Nullable SetupStep step,
        @Nullable Difference difference,
        @Nullable String obstacle) {

    MissingPart(@Nullable SetupStep step, @Nullable Difference difference) {
        this(step, difference, null);
    }

    static Difference difference(String where, String expected, boolean breaking) {
        return new Difference(where, expected, "nothing", breaking);
    }
}
