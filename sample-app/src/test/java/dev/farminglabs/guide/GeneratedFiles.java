package dev.farminglabs.guide;

import dev.farminglabs.orm.render.Artifacts;
import dev.farminglabs.orm.render.PrismaProvider;
import dev.farminglabs.orm.render.SqlDialect;
import dev.farminglabs.sample.storage.ControlPlane;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The code of docs/artifacts.md. A test runs it in a folder of its own, for it writes below the working directory. */
final class GeneratedFiles {

    static List<Path> write() {
        return Artifacts.of(new ControlPlane(), new Billing())
                .sql(SqlDialect.POSTGRESQL, Path.of("src/main/resources/db/migration/V1__control_plane.sql"))
                .liquibase(SqlDialect.POSTGRESQL, Path.of("src/main/resources/db/changelog.sql"))
                .prisma(PrismaProvider.POSTGRESQL, Path.of("generated/prisma/schema.prisma"))
                .drizzle(SqlDialect.POSTGRESQL, Path.of("generated/drizzle/schema.ts"))
                .mongo(Path.of("generated/collections.js"))
                .mermaid(Path.of("docs/control-plane.md"))
                .write();
    }

    static Optional<Path> migrate() {
        Optional<Path> file = Artifacts.of(new ControlPlane())
                .migration(SqlDialect.POSTGRESQL, Path.of("src/main/resources/db/migration"), "colour of things");
        return file;
    }

    public static void main(String[] args) {
        migrate();
        write();
    }

    private GeneratedFiles() {}
}
