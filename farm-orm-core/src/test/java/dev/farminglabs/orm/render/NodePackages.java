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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory with programs of Node and the packages they need, installed below {@code target} when first asked for. Where
 * there is no Node or no way to a registry, the list of stores talked to names the hole. Thread-safe.
 */
public final class NodePackages {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");

    private final String what;
    private final Path sources;
    private final Path directory;
    private @Nullable Boolean there;

    /** What a program said. */
    public record Answer(int code, String text) {}

    /**
     * Programs that are not installed yet.
     *
     * @param what      what they are, for the list of stores talked to
     * @param sources   the directory of the programs and their {@code package.json}
     * @param directory where they are copied and run
     */
    public NodePackages(String what, Path sources, Path directory) {
        this.what = what;
        this.sources = sources;
        this.directory = directory;
    }

    /** Where the programs run; their files are named from here. */
    public Path directory() {
        return directory;
    }

    /** Whether the programs can be run. */
    public synchronized boolean there() {
        if (there == null) {
            String hole = install();
            if (hole == null) {
                StoresRun.line(what + ": real (npm)");
            } else {
                StoresRun.hole(what + ": " + hole);
            }
            there = hole == null;
        }
        return there;
    }

    /** Why the packages cannot be had, or null when they are there. */
    private @Nullable String install() {
        try {
            Files.createDirectories(directory);
            Path wanted = sources.resolve("package.json");
            Path installed = directory.resolve("installed.json");
            copySources();
            if (Files.exists(installed) && Files.mismatch(wanted, installed) < 0) {
                return null;
            }
            Answer answer = run(
                    Map.of(),
                    WINDOWS ? "npm.cmd" : "npm",
                    "install",
                    "--ignore-scripts",
                    "--prefer-offline",
                    "--no-audit",
                    "--no-fund",
                    "--no-package-lock");
            if (answer.code() != 0) {
                return "npm install fails: "
                        + answer.text()
                                .lines()
                                .filter(line -> line.contains("error"))
                                .findFirst()
                                .orElse("");
            }
            Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
            return null;
        } catch (IOException e) {
            return "node or npm is not here";
        }
    }

    private void copySources() throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Runs a program. */
    public Answer node(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(arguments);
        try {
            return run(environment, command.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer run(Map<String, String> environment, String... command) throws IOException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
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
}
