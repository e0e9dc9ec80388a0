package dev.farminglabs.orm.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.platform.ControlPlane;
import com.acme.platform.FastState;
import dev.farminglabs.orm.render.AcceptedTable.Cell;
import dev.farminglabs.orm.tck.Company;
import dev.farminglabs.orm.tck.Lives;
import dev.farminglabs.orm.tck.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Prisma, the TypeScript compiler with Drizzle's types, and Mermaid accept what is written for them. */
class NodeToolsTest {

    private static final Map<String, Sources> SCHEMAS = schemas();

    private static Map<String, Sources> schemas() {
        Map<String, Sources> schemas = new LinkedHashMap<>();
        schemas.put("shop", ShopText.sources(new Shop()));
        schemas.put("samples", ShopText.sources(new Samples()));
        schemas.put("company-and-lives", ShopText.sources(new Company(), new Lives()));
        schemas.put("platform", ShopText.sources(new ControlPlane(), new FastState()));
        schemas.put("namespace", ShopText.inNamespace("the \"space\""));
        return schemas;
    }

    private final List<Path> files = new ArrayList<>();

    private void write(String name, String text) {
        Path file = NodeTools.DIRECTORY.resolve("checked").resolve(name);
        Target.write(file, text);
        files.add(file);
    }

    @Test
    void prismaAcceptsItsSchema() {
        for (SqlDialect dialect : AcceptedTable.row("prisma", "Prisma").of(Cell.ACCEPTED)) {
            PrismaProvider provider = PrismaProvider.of(dialect.store());
            SCHEMAS.forEach((name, sources) -> {
                if (sources.namespaces().isEmpty() || provider == PrismaProvider.POSTGRESQL) {
                    write(name + "-" + dialect.store() + ".prisma", new PrismaFile(sources, provider).whole());
                }
                if (sources.namespaces().isEmpty()) {
                    String block = new PrismaFile(sources, provider).block("model ByHand {\n  id Int @id\n}\n");
                    write(name + "-" + dialect.store() + "-block.prisma", head(provider, sources) + block);
                }
            });
        }
        assertAccepted(NodeTools.there() ? NodeTools.check("prisma", files) : null);
    }

    @Test
    void drizzleAcceptsItsModule() {
        for (SqlDialect dialect : AcceptedTable.row("drizzle", "TypeScript").of(Cell.ACCEPTED)) {
            SCHEMAS.forEach((name, sources) -> {
                if (sources.namespaces().isEmpty() || dialect == SqlDialect.POSTGRESQL) {
                    write(name + "-" + dialect.store() + ".ts", Drizzle.module(sources, dialect));
                }
            });
        }
        assertAccepted(NodeTools.there() ? NodeTools.compile(files) : null);
    }

    @Test
    void mermaidAcceptsItsDiagram() {
        SCHEMAS.forEach((name, sources) -> write(name + ".md", Diagram.of(sources)));
        assertAccepted(NodeTools.there() ? NodeTools.check("mermaid", files) : null);
    }

    /** A script runs twice: a collection that is there is not made again. */
    @Test
    void mongoScriptsRunTwice() {
        SCHEMAS.forEach((name, sources) -> {
            if (sources.namespaces().isEmpty()) {
                write(name + ".js", MongoCommands.of(sources));
            }
        });
        assertAccepted(NodeTools.there() ? NodeTools.check("mongo", files) : null);
    }

    /** The tools do say so when something is wrong. */
    @Test
    void whatIsWrongIsSeen() {
        write("wrong.prisma", "model A {\n  id Strong @id\n}\n");
        write("wrong.md", "```mermaid\nerDiagram\n  a ||--\n```\n");
        write("wrong.ts", "import { pgTable } from \"drizzle-orm/pg-core\";\nexport const a = pgTable(1);\n");
        write("wrong.js", "db.runCommand({\"create\":\"a\"});\n");
        if (NodeTools.there()) {
            assertThat(NodeTools.check("mongo", files.subList(3, 4)).text()).contains("a is made twice");
            assertThat(NodeTools.check("prisma", files.subList(0, 1)).text()).contains("Strong");
            assertThat(NodeTools.check("mermaid", files.subList(1, 2)).code()).isEqualTo(1);
            assertThat(NodeTools.compile(files.subList(2, 3)).text()).contains("wrong.ts(2,");
        }
    }

    /** What a person writes before the models. */
    private static String head(PrismaProvider provider, Sources sources) {
        String whole = new PrismaFile(sources, provider).whole();
        return whole.substring(0, whole.indexOf("model "));
    }

    private static void assertAccepted(NodePackages.@org.jspecify.annotations.Nullable Answer answer) {
        if (answer != null) {
            assertThat(answer.text()).isEmpty();
            assertThat(answer.code()).isZero();
        }
    }
}
