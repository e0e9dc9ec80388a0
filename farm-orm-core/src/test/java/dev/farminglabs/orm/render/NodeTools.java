package dev.farminglabs.orm.render;

import dev.farminglabs.orm.tck.StoresRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The tools of Node that artifacts are written for, installed below {@code target} when first asked for. Where there is no
 * Node or no way to a registry, the list of stores talked to names the hole.
 */
final class NodeTools {

    /** Where the tools are, and where their input must be. */
    static final Path DIRECTORY = Path.of("target", "artifact-tools");

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");

    private static @Nullable Boolean there;

    /** What a tool said. */
    record Answer(int code, String text) {}

    /** Whether the tools can be run. */
    static synchronized boolean there() {
        if (there == null) {
            String hole = install();
            StoresRun.line("Prisma, Drizzle, Mermaid: " + (hole == null ? "real (npm)" : "HOLE, " + hole));
            there = hole == null;
        }
        return there;
    }

    /** Why the tools cannot be had, or null when they are there. */
    private static @Nullable String install() {
        try {
            Files.createDirectories(DIRECTORY);
            Path wanted = SOURCES.resolve("package.json");
            Path installed = DIRECTORY.resolve("installed.json");
            Files.copy(
                    SOURCES.resolve("check.mjs"), DIRECTORY.resolve("check.mjs"), StandardCopyOption.REPLACE_EXISTING);
            if (Files.exists(installed) && Files.mismatch(wanted, installed) < 0) {
                return null;
            }
            Files.copy(wanted, DIRECTORY.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
            Answer answer = run(
                    WINDOWS ? "npm.cmd" : "npm",
                    "install",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--no-package-lock");
            if (answer.code() != 0) {
                return "npm install fails: " + answer.text().lines().findFirst().orElse("");
            }
            Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
            return null;
        } catch (IOException e) {
            return "node or npm is not here";
        }
    }

    /** Has Prisma or Mermaid check files. */
    static Answer check(String tool, List<Path> files) {
        return node("check.mjs", List.of(tool), files);
    }

    /** Has the TypeScript compiler check modules. */
    static Answer compile(List<Path> files) {
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

    private static Answer node(String script, List<String> options, List<Path> files) {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(options);
        files.forEach(file -> command.add(DIRECTORY.relativize(file).toString()));
        try {
            return run(command.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer run(String... command) throws IOException {
        Path output = Files.createTempFile(DIRECTORY, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(DIRECTORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Answer(-1, "not done in five minutes");
            }
            return new Answer(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private NodeTools() {}
}
