package dev.farminglabs.orm.render;

import dev.farminglabs.orm.sql.ddl.DdlDialect;
import dev.farminglabs.orm.sql.form.Identifier;

/** A database that a schema is written for. */
public enum SqlDialect {
    /** H2, from 2.4. */
    H2("h2", Identifier.DOUBLE_QUOTES),
    /** PostgreSQL, from 12. */
    POSTGRESQL("postgresql", Identifier.DOUBLE_QUOTES),
    /** SQLite, from 3.35. */
    SQLITE("sqlite", Identifier.DOUBLE_QUOTES),
    /** MariaDB. */
    MARIADB("mariadb", Identifier.BACKTICKS),
    /** MySQL 8. */
    MYSQL("mysql", Identifier.BACKTICKS);

    private final String store;
    private final Identifier identifier;

    SqlDialect(String store, Identifier identifier) {
        this.store = store;
        this.identifier = identifier;
    }

    /**
     * The dialect of that name, in whatever case, such as {@code postgresql}.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_QUERY} when there is none
     */
    public static SqlDialect of(String name) {
        return Choice.of("SQL dialect", name, values(), SqlDialect::store);
    }

    /** The name, such as {@code postgresql}. */
    public String store() {
        return store;
    }

    /** How its tables are made. */
    DdlDialect ddl() {
        return DdlDialect.of(store);
    }

    /** How its names are quoted. */
    Identifier identifier() {
        return identifier;
    }
}
