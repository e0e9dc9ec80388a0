package dev.farminglabs.orm.sql.form;

import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that writes, and what its answer means.
 *
 * @param statement  text and binds
 * @param answer     what the database answers with
 * @param columns    what kind of value each column of a returned record holds; empty when none is returned
 * @param beside     the names of the columns to ask for beside the statement, where that is how records come
 * @param done       what happened when the answer names a record
 * @param otherwise  what happened when it names none
 * @param duplicates what a taken unique key means
 * @param next       what is run, in the same transaction, when this statement named no record; or null
 */
public record SqlCommand(
        SqlText statement,
        Answer answer,
        List<FieldKind> columns,
        List<String> beside,
        Written.Outcome done,
        Written.Outcome otherwise,
        Duplicates duplicates,
        @Nullable SqlCommand next) {

    /** What the database answers with. */
    public enum Answer {
        /** A number of records. */
        COUNT,
        /** The records. */
        RECORDS,
        /** The records, asked for by the names of their columns beside the statement. */
        RECORDS_BESIDE,
        /** The record, and in front of it whether it was created. */
        RECORD_AND_CREATED
    }

    /** What a taken unique key means when the database reports one. */
    public enum Duplicates {
        /** The call fails. */
        FAIL,
        /** Nothing happened, as was asked for. */
        SKIP,
        /** Somebody created the same record in the meantime: the statement finds it the next time. */
        RETRY
    }

    /** Copies the lists. */
    public SqlCommand {
        columns = List.copyOf(columns);
        beside = List.copyOf(beside);
    }
}
