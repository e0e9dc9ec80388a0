package dev.farminglabs.orm.reliability.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The seeds of programs that once failed, which every run tries first, on every store. */
final class KeptSeeds {

    static List<Long> all() {
        try (InputStream kept = Objects.requireNonNull(KeptSeeds.class.getResourceAsStream("kept-seeds.txt"))) {
            return new String(kept.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeptSeeds() {}
}
