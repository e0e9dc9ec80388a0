package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.error.OrmErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What a store answered.
 *
 * @param value what the call returned, in plain maps and lists
 * @param code  what it failed with, or null
 * @param advice for a failure, whether it says that the same call will fail again, as all failures of these programs must
 * @param cause the failure
 */
record Answer(
        @Nullable Object value,
        @Nullable OrmErrorCode code,
        boolean advice,
        @Nullable Throwable cause) {

    static Answer value(@Nullable Object value) {
        return new Answer(value, null, true, null);
    }

    @Override
    public String toString() {
        return code != null
                ? "failure " + code + (advice ? "" : " with wrong advice") + " " + cause
                : String.valueOf(value);
    }
}
