package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.sql.form.Arithmetic;
import dev.farminglabs.orm.sql.form.Identifier;
import dev.farminglabs.orm.sql.form.ListForm;
import dev.farminglabs.orm.sql.form.ManyForm;
import dev.farminglabs.orm.sql.form.NullOrder;
import dev.farminglabs.orm.sql.form.ReturningForm;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqliteArithmetic;
import dev.farminglabs.orm.sql.form.TextForm;
import dev.farminglabs.orm.sql.form.TypeForm;
import dev.farminglabs.orm.sql.form.ValueForm;

/**
 * How one database says things. A value made of small strategies: a new database is a new value, and a new strategy only
 * where no database has said it that way before. Immutable.
 */
public final class Dialect {

    /** The ASCII capitals and the small letters in their place; nothing else changes, on every database alike. */
    private static final String FOLD = "translate(%c, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')";

    private static final Writing STANDARD = new Writing(
            Identifier.DOUBLE_QUOTES,
            ValueForm.STANDARD,
            ListForm.ARRAY,
            NullOrder.CLAUSE,
            "",
            Arithmetic.NATIVE,
            " default values",
            "delete from ",
            false);

    // A table to delete from has a second name in the form for several tables only, on MariaDB before 11.6.
    private static final Writing MYSQL_WRITING = new Writing(
            Identifier.BACKTICKS,
            ValueForm.LOCAL_TIMES,
            ListForm.EACH,
            NullOrder.LEAST,
            " limit 18446744073709551615",
            Arithmetic.NATIVE,
            " () values ()",
            "delete %a from ",
            true);

    private static final TypeForm POSTGRESQL_TYPES = TypeForm.of("text", "jsonb", "timestamptz", true);

    // Saying the collation costs no index where push made the column, and keeps the order on columns it did not make.
    private static final TextForm POSTGRESQL_TEXT = new TextForm(
            "strpos(%c, %v) > 0",
            "left(%c, char_length(%v)) = %v",
            "right(%c, char_length(%v)) = %v",
            FOLD,
            "%c collate " + Identifier.DOUBLE_QUOTES.quoted("C"),
            "%c");

    // H2 orders text by UTF-16 unit; as UTF-8 bytes it is ordered by code point.
    private static final TextForm H2_TEXT = new TextForm(
            "locate(%v, %c) > 0",
            "left(%c, char_length(%v)) = %v",
            "right(%c, char_length(%v)) = %v",
            FOLD,
            "cast(%c as varbinary)",
            "cast(%c as varchar)");

    // Text is compared by its bytes, and lower() knows ASCII only.
    private static final TextForm SQLITE_TEXT = new TextForm(
            "instr(%c, %v) > 0",
            "substr(%c, 1, length(%v)) = %v", "substr(%c, length(%c) - length(%v) + 1) = %v", "lower(%c)", "%c", "%c");

    // lower() would change letters beyond ASCII too, and there is no translate.
    private static final TextForm MYSQL_TEXT = new TextForm(
            "locate(%v, %c) > 0",
            "left(%c, char_length(%v)) = %v", "right(%c, char_length(%v)) = %v", foldedByReplacing(), "%c", "%c");

    private static final TypeForm MYSQL_TYPES =
            TypeForm.of("longtext", "longtext", "datetime(3)", false).casting("signed");

    /** SQLite from 3.35. */
    public static final Dialect SQLITE = new Dialect(
            "sqlite",
            // There is no limit; this is what the others can at most.
            256,
            TypeForm.of("text", "text", "integer", false),
            SQLITE_TEXT,
            ReturningForm.CLAUSE,
            ManyForm.JSON_EACH,
            SqlCommand.Duplicates.FAIL,
            new SteppedUpsert(false),
            new Writing(
                    Identifier.DOUBLE_QUOTES,
                    ValueForm.PRIMITIVE,
                    ListForm.JSON_EACH,
                    NullOrder.CLAUSE,
                    " limit -1",
                    new SqliteArithmetic(),
                    STANDARD.noColumns(),
                    STANDARD.delete(),
                    STANDARD.apart()),
            false);

    /** H2 from 2.3. */
    public static final Dialect H2 = new Dialect(
            "h2",
            256,
            TypeForm.of("varchar", "varchar", "timestamp(3) with time zone", false),
            H2_TEXT,
            ReturningForm.BESIDE,
            ManyForm.UNNEST_ARRAY,
            SqlCommand.Duplicates.SKIP,
            new MergeUpsert(),
            new Writing(
                    Identifier.DOUBLE_QUOTES,
                    ValueForm.STANDARD,
                    ListForm.ARRAYS,
                    NullOrder.CLAUSE,
                    STANDARD.unlimited(),
                    STANDARD.arithmetic(),
                    STANDARD.noColumns(),
                    STANDARD.delete(),
                    STANDARD.apart()),
            false);

    /** PostgreSQL from 12. */
    public static final Dialect POSTGRESQL =
            postgresql("postgresql", new ConflictUpsert(ConflictUpsert.Replaced.LOCKED_BEFORE));

    /** PostgreSQL from 18, which can return the row as it was. */
    public static final Dialect POSTGRESQL_18 =
            postgresql("postgresql", new ConflictUpsert(ConflictUpsert.Replaced.OLD_ROW));

    /** CockroachDB from 23.1, PostgreSQL's language without what its upserts need: system columns and old rows. */
    public static final Dialect COCKROACHDB = postgresql("cockroachdb", new SteppedUpsert(true));

    /** YugabyteDB from 2.20, likewise. */
    public static final Dialect YUGABYTEDB = postgresql("yugabytedb", new SteppedUpsert(true));

    /** MariaDB from 10.6, which returns what it inserts and not what it updates. */
    public static final Dialect MARIADB = mysql("mariadb", ReturningForm.CLAUSE, new MarkedUpsert("", "values(%c)"));

    /** MySQL from 8.0.19. */
    public static final Dialect MYSQL = mysql("mysql", ReturningForm.READ_BACK, new MarkedUpsert(" as n", "n.%c"));

    private final String store;
    private final int nameLimit;
    private final TypeForm types;
    private final TextForm text;
    private final ReturningForm returning;
    private final ManyForm many;
    private final SqlCommand.Duplicates skipping;
    private final UpsertForm upsert;
    private final Writing writing;
    private final boolean nests;

    /** The forms in which all of the standard's followers agree. */
    private record Writing(
            Identifier identifier,
            ValueForm values,
            ListForm lists,
            NullOrder nulls,
            String unlimited,
            Arithmetic arithmetic,
            String noColumns,
            String delete,
            boolean apart) {}

    private Dialect(
            String store,
            int nameLimit,
            TypeForm types,
            TextForm text,
            ReturningForm returning,
            ManyForm many,
            SqlCommand.Duplicates skipping,
            UpsertForm upsert,
            Writing writing,
            boolean nests) {
        this.store = store;
        this.nameLimit = nameLimit;
        this.types = types;
        this.text = text;
        this.returning = returning;
        this.many = many;
        this.skipping = skipping;
        this.upsert = upsert;
        this.writing = writing;
        this.nests = nests;
    }

    private static Dialect postgresql(String store, UpsertForm upsert) {
        return new Dialect(
                store,
                63,
                POSTGRESQL_TYPES,
                POSTGRESQL_TEXT,
                ReturningForm.CLAUSE,
                ManyForm.UNNEST_BRACKETS,
                SqlCommand.Duplicates.FAIL,
                upsert,
                STANDARD,
                true);
    }

    private static Dialect mysql(String store, ReturningForm returning, UpsertForm upsert) {
        return new Dialect(
                store,
                64,
                MYSQL_TYPES,
                MYSQL_TEXT,
                returning,
                ManyForm.JSON_TABLE,
                SqlCommand.Duplicates.SKIP,
                upsert,
                MYSQL_WRITING,
                false);
    }

    /** One replacement for each letter; replacing is exact on these databases. */
    private static String foldedByReplacing() {
        String folded = "%c";
        for (char capital = 'A'; capital <= 'Z'; capital++) {
            folded = "replace(" + folded + ", '" + capital + "', '" + (char) (capital + 32) + "')";
        }
        return folded;
    }

    /** The database's name, as {@code Capabilities.store} has it. */
    public String store() {
        return store;
    }

    /** How many bytes a name can have. */
    public int nameLimit() {
        return nameLimit;
    }

    /** The name of the type of an array's elements. */
    public String elementType(FieldKind kind) {
        return types.element(kind);
    }

    TypeForm types() {
        return types;
    }

    TextForm text() {
        return text;
    }

    ListForm lists() {
        return writing.lists();
    }

    NullOrder nulls() {
        return writing.nulls();
    }

    /** What a query says that skips records and takes all others. */
    String unlimited() {
        return writing.unlimited();
    }

    Arithmetic arithmetic() {
        return writing.arithmetic();
    }

    /** How names are quoted. */
    public Identifier identifier() {
        return writing.identifier();
    }

    /** In which types values travel. */
    public ValueForm values() {
        return writing.values();
    }

    ReturningForm returning() {
        return returning;
    }

    /** How an update gives back what it stored: as a create does, unless the upsert has to read back. */
    ReturningForm updating() {
        return upsert instanceof MarkedUpsert ? ReturningForm.READ_BACK : returning;
    }

    /** What an insert says that sets no column. */
    String noColumns() {
        return writing.noColumns();
    }

    /** How a delete begins, with {@code %a} for the table's other name. */
    String delete() {
        return writing.delete();
    }

    /** Whether a change's condition reads the changed table in a derived table only: MySQL's error 1093, and old MariaDBs'. */
    boolean readsWrittenApart() {
        return writing.apart();
    }

    /** Whether a create gives records back in the same statement. */
    public boolean returnsCreated() {
        return returning != ReturningForm.READ_BACK;
    }

    /** Whether an update or upsert gives records back in the same statement. */
    public boolean returnsUpdated() {
        return updating() != ReturningForm.READ_BACK;
    }

    /** Whether an upsert is a query to the database, which does not undo one that fails half way. */
    public boolean upsertsByQuery() {
        return upsert instanceof MergeUpsert;
    }

    /** Whether several statements travel in one round trip, so that a find reads what is nested in its records with them. */
    public boolean nests() {
        return nests;
    }

    ManyForm many() {
        return many;
    }

    /** What a duplicate reported by the database means in a create that skips; FAIL: a conflict clause skips it. */
    SqlCommand.Duplicates skipping() {
        return skipping;
    }

    UpsertForm upsert() {
        return upsert;
    }

    @Override
    public String toString() {
        return store;
    }
}
