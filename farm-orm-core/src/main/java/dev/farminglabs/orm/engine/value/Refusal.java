package dev.farminglabs.orm.engine.value;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** Exceptions for calls that are refused before any store is asked. Names only, never values. */
public final class Refusal {

    /** For a call that cannot mean anything. */
    public static DataAccessException query(ModelDefinition model, String message) {
        return OrmFailure.of(OrmErrorCode.INVALID_QUERY, message)
                .about(model.name(), List.of())
                .exception();
    }

    /** For a value that does not fit. */
    public static DataAccessException value(OrmErrorCode code, FieldDefinition field, String message) {
        return OrmFailure.of(code, message)
                .about(field.model().name(), List.of(field.name()))
                .exception();
    }

    private Refusal() {}
}
