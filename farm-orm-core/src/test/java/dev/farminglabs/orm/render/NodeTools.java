package dev.farminglabs.orm.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tools of Node that artifacts are written for. */
final class NodeTools {

    /** Where the tools are, and where their input must be. */
    static final Path DIRECTORY = Path.of("target", "artifact-tools");

    private static final NodePackages PACKAGES =
            new NodePackages("Prisma, Drizzle, Mermaid", Path.of("src", "test", "node"), DIRECTORY);

    /** Whether the tools can be run. */
    static boolean there() {
        return PACKAGES.there();
    }

    /** Has Prisma or Mermaid check files. */
    static NodePackages.Answer check(String tool, List<Path> files) {
        return node("check.mjs", List.of(tool), files);
    }

    /** Has the TypeScript compiler check modules. */
    static NodePackages.Answer compile(List<Path> files) {
        List<String> options = List.of(
                "--noEmit",
                "--strict",
                "--skipLibCheck",
                "--noUnusedLocals",
                "--noUnusedParameters",
                "--target",
                "es2022",
                "--module",
                "nodenext");
        return node("node_modules/typescript/lib/tsc.js", options, files);
    }

    private static NodePackages.Answer node(String script, List<String> options, List<Path> files) {
        List<String> arguments = new ArrayList<>(List.of(script));
        arguments.addAll(options);
        files.forEach(file -> arguments.add(DIRECTORY.relativize(file).toString()));
        return PACKAGES.node(Map.of(), arguments);
    }

    private NodeTools() {}
}
