package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.form.SqlCommand;

/** How a record is created or changed in one atomic statement. */
@FunctionalInterface
interface UpsertForm {

    /** The statement; it answers with whether the record was created, and with what was asked for. */
    SqlCommand command(Vocabulary words, Write.Upsert upsert);
}
