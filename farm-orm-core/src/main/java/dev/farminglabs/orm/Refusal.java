package dev.farminglabs.orm;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import org.springframework.dao.DataAccessException;

/** Exceptions for calls that cannot mean anything, found before any I/O. */
final class Refusal {

    static DataAccessException query(String message) {
        return OrmFailure.of(OrmErrorCode.INVALID_QUERY, message).exception();
    }

    private Refusal() {}
}
