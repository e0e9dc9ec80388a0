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
 * @param readBack   what reads the records back when the statement named some; null when it gave them or none is asked for
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
        @Nullable ReadBack readBack,
        @Nullable SqlCommand next) {

    /**
     * A statement that reads what was just written.
     *
     * @param statement text and binds
     * @param columns   what kind of value each column holds
     */
    public record ReadBack(SqlText statement, List<FieldKind> columns) {

        /** Copies the list. */
        public ReadBack {
            columns = List.copyOf(columns);
        }
    }

    /** What the database answers with. */
    public enum Answer {
        /** A number of records. */
        COUNT,
        /** The records. */
        RECORDS,
        /** The records, asked for by the names of their columns beside the statement. */
        RECORDS_BESIDE,
        /** The record, and in front of it whether it was created. */
        RECORD_AND_CREATED,
        /** A {@link Mark} where the database gives generated keys: what became of the record that stood in the way. */
        MARK
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

    /** Numbers beyond all generated keys, by which a statement says what it found. Anything else: it created the record. */
    public enum Mark {
        /** The record was there, and its conditions stood against a change. */
        REFUSED(9_223_372_036_854_775_801L),
        /** It was there and was changed, or left as it is where nothing changes. */
        UPDATED(9_223_372_036_854_775_802L),
        /** It was there and counted as absent. */
        REPLACED(9_223_372_036_854_775_803L),
        /** Another record was in the way, with another key, and nothing was done. */
        OTHER(9_223_372_036_854_775_804L);

        private final long number;

        Mark(long number) {
            this.number = number;
        }

        /** The number. */
        public long number() {
            return number;
        }

        /** The mark of that number, or null. */
        public static @Nullable Mark of(long number) {
            for (Mark mark : values()) {
                if (mark.number == number) {
                    return mark;
                }
            }
            return null;
        }
    }

    /** Copies the lists. */
    public SqlCommand {
        columns = List.copyOf(columns);
        beside = List.copyOf(beside);
    }
}
