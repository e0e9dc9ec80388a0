package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.form.SqlCommand;

/**
 * Makes statements from operations, for one database and one schema. It is given operations without their values, so
 * equal operations give the same text. Immutable; makes the text anew each time, so keep it.
 */
public final class SqlRenderer {

    private final Vocabulary words;

    /** A renderer for that database and those names. */
    public SqlRenderer(Dialect dialect, SchemaDefinition schema) {
        this.words = new Vocabulary(dialect, new Names(schema, dialect.identifier()));
    }

    /** The statement that carries out the find; its columns are laid out as the find's rows. */
    public SqlQuery find(Find find) {
        return FindText.of(words, find);
    }

    /** The statement that looks up and locks the id of the record that the update is about; for {@link LostKey}. */
    public SqlQuery lookUp(Write.Update update) {
        return FindText.locking(words, LostKey.id(update));
    }

    /** The statement that computes the aggregate. */
    public SqlQuery aggregate(Aggregate aggregate) {
        return AggregateText.of(words, aggregate);
    }

    /** The statement that carries out the write. */
    public SqlCommand write(Write write) {
        return WriteText.of(words, write);
    }
}
