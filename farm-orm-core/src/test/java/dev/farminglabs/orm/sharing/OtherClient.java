package dev.farminglabs.orm.sharing;

import dev.farminglabs.orm.definition.Naming;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.render.Artifacts;
import dev.farminglabs.orm.render.NodePackages;
import dev.farminglabs.orm.render.PrismaProvider;
import dev.farminglabs.orm.render.SqlDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A client of Node whose program reads and writes the shared tables. */
enum OtherClient {
    PRISMA("prisma.ts"),
    DRIZZLE("drizzle.ts"),
    ORIGINAL("original.ts"),
    MONGOOSE("mongoose.ts");

    /** The names of the other clients are those of the schema. */
    static final PhysicalNaming NAMES = new PhysicalNaming(Naming.AS_DECLARED, "", null);

    private static final NodePackages PACKAGES = new NodePackages(
            "clients on shared tables (Prisma, Drizzle, @farming-labs/orm, Mongoose)",
            Path.of("src", "test", "node", "clients"),
            Path.of("target", "clients"));

    private final String program;

    OtherClient(String program) {
        this.program = program;
    }

    /** Whether the client can be run. */
    boolean there() {
        return PACKAGES.there();
    }

    /** What the client reads. */
    String read(Map<String, String> store) {
        prepare();
        try {
            Path file = Files.createTempFile(PACKAGES.directory(), "read", ".json");
            run(store, "read", file);
            String text = Files.readString(file);
            Files.delete(file);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the client write records. */
    void write(Map<String, String> store, String text) {
        prepare();
        try {
            Path file = Files.createTempFile(PACKAGES.directory(), "write", ".json");
            Files.writeString(file, text);
            run(store, "write", file);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Map<String, String> store, String what, Path file) {
        node(store, "--import", "tsx", program, what, file.getFileName().toString());
    }

    /** What the client has to be given of ours. */
    private void prepare() {
        Path prisma = PACKAGES.directory().resolve("prisma").resolve("schema.prisma");
        Artifacts artifacts = Artifacts.of(new Exchange().definition(NAMES));
        if (this == DRIZZLE) {
            artifacts
                    .drizzle(SqlDialect.POSTGRESQL, PACKAGES.directory().resolve("schema.ts"))
                    .write();
        }
        if (this == PRISMA) {
            artifacts.prisma(PrismaProvider.POSTGRESQL, prisma).write();
            // making a client needs no engine, but Prisma would fetch one from a server of its own
            node(
                    Map.of(
                            "PRISMA_SCHEMA_ENGINE_BINARY",
                            prisma.toAbsolutePath().toString(),
                            "CHECKPOINT_DISABLE",
                            "1"),
                    "node_modules/prisma/build/index.js",
                    "generate",
                    "--schema",
                    "prisma/schema.prisma");
        }
    }

    private static void node(Map<String, String> environment, String... arguments) {
        NodePackages.Answer answer = PACKAGES.node(environment, List.of(arguments));
        if (answer.code() != 0) {
            throw new AssertionError(
                    String.join(" ", arguments) + " ends with " + answer.code() + ":\n" + answer.text());
        }
    }
}
