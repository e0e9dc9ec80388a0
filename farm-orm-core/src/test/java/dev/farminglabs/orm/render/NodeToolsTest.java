package dev.farminglabs.orm.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.platform.ControlPlane;
import com.acme.platform.FastState;
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
        for (PrismaProvider provider : PrismaProvider.values()) {
            SCHEMAS.forEach((name, sources) -> {
                boolean known = sources.namespaces().isEmpty() || provider == PrismaProvider.POSTGRESQL;
                if (known && ShopText.there(provider.dialect())) {
                    write(name + "-" + provider.provider() + ".prisma", new PrismaFile(sources, provider).whole());
                }
            });
        }
        assertAccepted(NodeTools.there() ? NodeTools.check("prisma", files) : null);
    }

    @Test
    void drizzleAcceptsItsModule() {
        for (SqlDialect dialect : SqlDialect.values()) {
            SCHEMAS.forEach((name, sources) -> {
                boolean known = dialect != SqlDialect.H2
                        && (sources.namespaces().isEmpty() || dialect == SqlDialect.POSTGRESQL);
                if (known && ShopText.there(dialect)) {
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

    /** The tools do say so when something is wrong. */
    @Test
    void whatIsWrongIsSeen() {
        write("wrong.prisma", "model A {\n  id Strong @id\n}\n");
        write("wrong.md", "```mermaid\nerDiagram\n  a ||--\n```\n");
        write("wrong.ts", "import { pgTable } from \"drizzle-orm/pg-core\";\nexport const a = pgTable(1);\n");
        if (NodeTools.there()) {
            assertThat(NodeTools.check("prisma", files.subList(0, 1)).text()).contains("Strong");
            assertThat(NodeTools.check("mermaid", files.subList(1, 2)).code()).isEqualTo(1);
            assertThat(NodeTools.compile(files.subList(2, 3)).text()).contains("wrong.ts(2,");
        }
    }

    private static void assertAccepted(NodePackages.@org.jspecify.annotations.Nullable Answer answer) {
        if (answer != null) {
            assertThat(answer.text()).isEmpty();
            assertThat(answer.code()).isZero();
        }
    }
}
