package dev.farminglabs.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Markdown page with generated parts between markers such as {@code <!-- sql: generated -->}. */
record Page(Path file) {

    /** Replaces the part of that suite. */
    void replace(String suite, String part) throws IOException {
        String start = "<!-- " + suite + ": generated -->\n";
        String end = "<!-- " + suite + ": end -->";
        String text = Files.readString(file);
        int from = text.indexOf(start);
        int to = text.indexOf(end, Math.max(from, 0));
        if (from < 0 || to < 0) {
            throw new IllegalStateException(file + " has no markers for the suite " + suite);
        }
        Files.writeString(file, text.substring(0, from + start.length()) + part + text.substring(to));
    }
}
