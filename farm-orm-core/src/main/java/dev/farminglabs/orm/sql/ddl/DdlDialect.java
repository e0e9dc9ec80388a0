package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.sql.form.Identifier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one database is told to make tables, and how it is asked what is there. A value: a further database is a further
 * constant. Immutable.
 *
 * @param store                   the store's name, such as {@code postgresql}
 * @param types                   column types
 * @param literals                how constants are written
 * @param collation               the collation that compares text exactly and orders it by code point, or null where
 *                                that is the default
 * @param identity                what follows the type of a number that the database makes
 * @param now                     the current time, cut off (not rounded) to milliseconds
 * @param nullsFirst              what an index says to order nulls first, empty where it does so anyway
 * @param comments                how columns are commented
 * @param identifierLimit         how many bytes of UTF-8 a name can have
 * @param transactional           whether statements that change tables can be rolled back
 * @param tolerant                whether every statement can say {@code if not exists}, constraints included
 * @param alterable               whether constraints can be added to a table that is there
 * @param constraintForReferences whether a reference needs a unique constraint at its target, where others are content with
 *                                a unique index
 * @param lock                    how the database is locked for a setup, or null when it has no such lock
 * @param oneOf                   how a check says that a column is one of some literals: {@code %s} for the column, then for
 *                                the literals
 * @param catalog                 the questions to the catalog
 * @param writing                 how names, defaults and tables are written
 */
public record DdlDialect(
        String store,
        ColumnTypes types,
        SqlLiterals literals,
        @Nullable String collation,
        String identity,
        String now,
        String nullsFirst,
        Comments comments,
        int identifierLimit,
        boolean transactional,
        boolean tolerant,
        boolean alterable,
        boolean constraintForReferences,
        @Nullable SetupLock lock,
        String oneOf,
        CatalogQueries catalog,
        Writing writing) {

    private static final Pattern ILLEGIBLE = Pattern.compile("[?\\x{10000}-\\x{10FFFF}]+");

    /**
     * A lock that one connection holds.
     *
     * @param acquire waits for the lock and takes it
     * @param release gives it back, or null where the end of the transaction does
     * @param answers whether acquiring answers with 1 when the lock was given, and with something else when not
     */
    public record SetupLock(String acquire, @Nullable String release, boolean answers) {}

    /** In what a name's length is counted. */
    public enum NameUnit {
        /** Bytes of UTF-8; any character will do. */
        BYTES,
        /** Characters, of the first 65535 only, and none may end in a blank. */
        CHARACTERS
    }

    /**
     * How names, defaults and tables are written.
     *
     * @param identifier   how names are quoted
     * @param nameUnit     in what their length is counted
     * @param defaultValue how a default is written: {@code %s} for its expression
     * @param tableEnd     what follows the columns of a new table
     */
    public record Writing(Identifier identifier, NameUnit nameUnit, String defaultValue, String tableEnd) {

        /** As standard SQL has it. */
        static final Writing STANDARD = new Writing(Identifier.DOUBLE_QUOTES, NameUnit.BYTES, "%s", "");
    }

    /** How columns are commented. */
    public enum Comments {
        /** By a statement of their own. */
        STATEMENT,
        /** In the definition of the column. */
        INLINE,
        /** Not at all. */
        NONE
    }

    /** H2, from 2.4. */
    public static final DdlDialect H2 = H2Ddl.DIALECT;

    /** SQLite, from 3.35. */
    public static final DdlDialect SQLITE = SqliteDdl.DIALECT;

    /** PostgreSQL, from 12. */
    public static final DdlDialect POSTGRESQL = PostgresDdl.DIALECT;

    /** MariaDB, from 10.6. */
    public static final DdlDialect MARIADB = MySqlDdl.MARIADB;

    /** MySQL, from 8.0.19. */
    public static final DdlDialect MYSQL = MySqlDdl.MYSQL;

    /** Whether the database is told the collation of that field's column: of text, and of JSON that is stored as text. */
    boolean collates(FieldDefinition field) {
        boolean text = SchemaSql.collated(field)
                || (field.kind() == FieldKind.JSON && types.json().equals(types.text()));
        return collation != null && text;
    }

    /**
     * What can be read of a text in the catalog, so that two texts can be held against each other: some catalogs have question
     * marks for characters beyond the first 65535.
     */
    String legible(String text) {
        return writing.nameUnit() == NameUnit.CHARACTERS
                ? ILLEGIBLE.matcher(text).replaceAll("?")
                : text;
    }

    /** How names are quoted. */
    Identifier identifier() {
        return writing.identifier();
    }

    /**
     * The dialect of that store.
     *
     * @param store the store's name, such as {@code postgresql}
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} when there is none
     */
    public static DdlDialect of(String store) {
        return switch (store) {
            case "h2" -> H2;
            case "mariadb" -> MARIADB;
            case "mysql" -> MYSQL;
            case "postgresql" -> POSTGRESQL;
            case "sqlite" -> SQLITE;
            default ->
                throw OrmFailure.of(OrmErrorCode.UNSUPPORTED, "There is no setup for " + store)
                        .at(store)
                        .exception();
        };
    }
}
