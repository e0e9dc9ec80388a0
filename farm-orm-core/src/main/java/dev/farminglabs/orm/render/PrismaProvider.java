package dev.farminglabs.orm.render;

/** A database that Prisma talks to. */
public enum PrismaProvider {
    /** PostgreSQL. */
    POSTGRESQL(SqlDialect.POSTGRESQL),
    /** MySQL and MariaDB. */
    MYSQL(SqlDialect.MYSQL),
    /** SQLite. */
    SQLITE(SqlDialect.SQLITE);

    private final SqlDialect dialect;

    PrismaProvider(SqlDialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The provider of that name, in whatever case, such as {@code postgresql}. To Prisma {@code mariadb} is {@code mysql}.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_QUERY} when there is none
     */
    public static PrismaProvider of(String name) {
        boolean mariaDb = name.trim().equalsIgnoreCase(SqlDialect.MARIADB.store());
        return mariaDb ? MYSQL : Choice.of("Prisma provider", name, values(), PrismaProvider::provider);
    }

    /** The name Prisma has for it. */
    public String provider() {
        return dialect.store();
    }

    SqlDialect dialect() {
        return dialect;
    }
}
