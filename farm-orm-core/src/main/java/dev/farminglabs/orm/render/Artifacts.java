package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.SchemaSource;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files for other tools, made from one or several schemas. Immutable and thread-safe: each method that names a file returns
 * a new one. Nothing is written before {@link #write()}; no database is needed. What is wrong is a {@code
 * DataAccessException} that implements {@link dev.farminglabs.orm.error.OrmError}.
 */
public final class Artifacts {

    private static final String[] TOOLS = {"sql", "liquibase", "prisma", "prisma-block", "drizzle", "mongo", "mermaid"};

    private final Sources sources;
    private final List<Target> targets;

    private Artifacts(Sources sources, List<Target> targets) {
        this.sources = sources;
        this.targets = List.copyOf(targets);
    }

    /**
     * The artifacts of schemas that share a store, in snake case and without a prefix.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_SCHEMA} when two models are
     *     in one table, naming both
     */
    public static Artifacts of(SchemaSource... schemas) {
        return of(Arrays.stream(schemas)
                .map(schema -> schema.definition(PhysicalNaming.DEFAULT))
                .toArray(SchemaDefinition[]::new));
    }

    /** The artifacts of schemas under the physical names of their clients. */
    public static Artifacts of(SchemaDefinition... schemas) {
        return new Artifacts(new Sources(List.of(schemas)), List.of());
    }

    /** The statements that make the tables of a schema in an empty database, as a script. */
    public static String sql(SchemaSource schema, SqlDialect dialect) {
        return Scripts.sql(of(schema).sources, dialect);
    }

    /** A script that makes the tables in an empty database, such as a first migration. */
    public Artifacts sql(SqlDialect dialect, Path file) {
        return with(file, there -> Scripts.sql(sources, dialect));
    }

    /** A Liquibase change log in formatted SQL, one change set for each statement. */
    public Artifacts liquibase(SqlDialect dialect, Path file) {
        return with(file, there -> Scripts.liquibase(sources, dialect));
    }

    /** A Prisma schema; the whole file is generated. */
    public Artifacts prisma(PrismaProvider provider, Path file) {
        return prisma(provider, file, PrismaMode.REPLACE);
    }

    /**
     * A Prisma schema.
     *
     * @param mode whether the whole file is generated, or a region in a file that people write
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} for a namespace where
     *     Prisma has none
     */
    public Artifacts prisma(PrismaProvider provider, Path file, PrismaMode mode) {
        PrismaFile schema = new PrismaFile(sources, provider);
        return with(file, mode == PrismaMode.BLOCK ? schema::block : there -> schema.whole());
    }

    /**
     * A TypeScript module with tables and relations for Drizzle.
     *
     * @param dialect the database; the module for MariaDB is one for MySQL
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} for a database that
     *     Drizzle does not know
     */
    public Artifacts drizzle(SqlDialect dialect, Path file) {
        Drizzle.check(dialect);
        return with(file, there -> Drizzle.module(sources, dialect));
    }

    /** A script for {@code mongosh} that makes collections and indexes, and may run again. */
    public Artifacts mongo(Path file) {
        return with(file, there -> MongoCommands.of(sources));
    }

    /** A page in Markdown with a Mermaid diagram of the models, and a table of fields for each. */
    public Artifacts mermaid(Path file) {
        return with(file, there -> Diagram.of(sources));
    }

    /**
     * An artifact by the name of its tool, for configurations.
     *
     * @param tool    one of {@code sql, liquibase, prisma, prisma-block, drizzle, mongo, mermaid}
     * @param dialect the database, such as {@code postgresql}; of no matter to {@code mongo} and {@code mermaid}
     * @param file    the file
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_QUERY} for a tool or
     *     database that is not known
     */
    public Artifacts target(String tool, String dialect, Path file) {
        String known = Choice.of("artifact", tool, TOOLS, name -> name);
        return switch (known) {
            case "sql" -> sql(SqlDialect.of(dialect), file);
            case "liquibase" -> liquibase(SqlDialect.of(dialect), file);
            case "prisma" -> prisma(PrismaProvider.of(dialect), file);
            case "prisma-block" -> prisma(PrismaProvider.of(dialect), file, PrismaMode.BLOCK);
            case "drizzle" -> drizzle(SqlDialect.of(dialect), file);
            case "mongo" -> mongo(file);
            case "mermaid" -> mermaid(file);
            default -> throw new IllegalStateException(known);
        };
    }

    private Artifacts with(Path file, Target.Content text) {
        Path normal = file.toAbsolutePath().normalize();
        boolean twice = targets.stream()
                .anyMatch(other -> other.file().toAbsolutePath().normalize().equals(normal));
        if (twice || Files.isDirectory(file)) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_QUERY,
                            file
                                    + (twice
                                            ? " is named twice: each artifact needs a file of its own"
                                            : " is a directory"))
                    .exception();
        }
        List<Target> more = new ArrayList<>(targets);
        more.add(new Target(file, text));
        return new Artifacts(sources, more);
    }

    /**
     * Writes the files whose content is not what it should be, each as a whole. Nothing is written when one cannot be made.
     *
     * @return the files written, empty when all were up to date
     */
    public List<Path> write() {
        Map<Path, String> changes = changes();
        changes.forEach(Target::write);
        return List.copyOf(changes.keySet());
    }

    /** The files that {@link #write()} would write; for a check in a build. Changes nothing. */
    public List<Path> outdated() {
        return List.copyOf(changes().keySet());
    }

    /**
     * Writes the next Flyway migration: what has changed since the last one, which a snapshot file beside the migrations
     * tells. What adds is SQL, with its risk where there is one. What may lose data is a comment that names the risk, and a
     * person has to enable it. An empty directory is begun with {@code V1__}.
     *
     * @param description what the file is called after its version
     * @return the file, or nothing when nothing has changed
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_QUERY} when the directory
     *     has gaps, mixes numbers with times, is for another database, or has migrations and no snapshot
     */
    public Optional<Path> migration(SqlDialect dialect, Path directory, String description) {
        return new Migrations(sources, dialect, directory).next(description, Clock.systemUTC());
    }

    /**
     * Whether the migrations of a directory lead to the schemas as they are now: whether {@link #migration} would write
     * nothing. For a check in a build. Changes nothing.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_QUERY}, as {@link
     *     #migration} does
     */
    public boolean migrated(SqlDialect dialect, Path directory) {
        return new Migrations(sources, dialect, directory).current();
    }

    /**
     * Records that the migrations of a directory lead to the schemas as they are now, so that the next migration starts from
     * here. For migrations that were written by hand. Replaces what was recorded before.
     */
    public void baseline(SqlDialect dialect, Path directory) {
        new Migrations(sources, dialect, directory).baseline();
    }

    private Map<Path, String> changes() {
        if (targets.isEmpty()) {
            throw OrmFailure.of(OrmErrorCode.INVALID_QUERY, "There is nothing to write: name an artifact and its file")
                    .exception();
        }
        Map<Path, String> changes = new LinkedHashMap<>();
        for (Target target : targets) {
            String change = target.change();
            if (change != null) {
                changes.put(target.file(), change);
            }
        }
        return changes;
    }
}
