package dev.farminglabs.orm.reliability.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.driver.redis.RedisDriver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads a script's arguments in the order the script takes them, and shows them with a question mark for each value. */
final class ScriptWords {

    /** The scripts, by their texts. */
    enum Known {
        READ("read.lua"),
        MEMBERS("members.lua"),
        APPLY("tokens.lua", "apply.lua"),
        PUT("put.lua"),
        COMMIT("tokens.lua", "commit.lua");

        private final String text;

        Known(String... files) {
            text = String.join("", Arrays.stream(files).map(Known::read).toList());
        }

        private static String read(String file) {
            try (InputStream in = Objects.requireNonNull(RedisDriver.class.getResourceAsStream("server/" + file))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The script of that text, or of that SHA-1 of a text: no other one may be sent. */
        static Known of(String sent) {
            return Arrays.stream(values())
                    .filter(script -> script.text.equals(sent) || script.sha().equals(sent))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("a script that is in no file: " + sent));
        }

        private String sha() {
            try {
                byte[] text = this.text.getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-1").digest(text));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        String shape(List<String> arguments, List<String> keys) {
            ScriptWords words = new ScriptWords(arguments, keys);
            String shape = switch (this) {
                case READ -> arguments.toString();
                case MEMBERS -> "? ?";
                case APPLY -> words.times(words::write).toString();
                case PUT -> words.put();
                case COMMIT -> words.commit();
            };
            assertThat(words.at).as("all arguments are taken").isIn(0, arguments.size());
            return shape;
        }
    }

    private final List<String> words;
    private final List<String> keys;
    private int at;

    private ScriptWords(List<String> words, List<String> keys) {
        this.words = words;
        this.keys = keys;
    }

    private String take() {
        return words.get(at++);
    }

    private String value() {
        at++;
        return "?";
    }

    private String key() {
        return RedisShape.key(keys.get(Integer.parseInt(take()) - 1));
    }

    /** As many as the next word says. */
    private List<String> times(Supplier<String> one) {
        String[] all = new String[Integer.parseInt(take())];
        for (int i = 0; i < all.length; i++) {
            all[i] = one.get();
        }
        return List.of(all);
    }

    /** A list of words in groups, the first of each a name and the others values. */
    private String named(int size) {
        String[] names = new String[Integer.parseInt(take()) / size];
        for (int i = 0; i < names.length; i++) {
            names[i] = take();
            at += size - 1;
        }
        return Arrays.toString(names);
    }

    private String write() {
        return String.join(" ", key(), take(), value(), take(), take(), take(), named(2), value())
                + condition()
                + condition()
                + named(4)
                + named(2)
                + named(1)
                + value()
                + named(1);
    }

    /** The place of the first cell that is changed is no value: it says which cells are. */
    private String put() {
        String fixed = String.join(" ", take(), value(), take(), take(), value(), value(), value(), take());
        StringBuilder cells = new StringBuilder();
        while (at < words.size()) {
            cells.append(' ').append(take()).append(value());
        }
        return fixed + cells;
    }

    private String condition() {
        String kind = take();
        return switch (kind) {
            case "&", "|" -> kind + times(this::condition);
            case "0" -> kind + take() + take();
            case "i" -> kind + take() + take() + (times(this::value).isEmpty() ? "none" : "some");
            case "=", "<", "{", ">", "}" -> kind + take() + take() + value();
            default -> throw new AssertionError("no condition: " + kind);
        };
    }

    /** Each kind of check and step once: records that share a value share an index. */
    private String commit() {
        return new TreeSet<>(times(this::check)) + " " + new TreeSet<>(times(this::step));
    }

    private String check() {
        String kind = take();
        String about = kind + " " + key();
        return switch (kind) {
            case "V" -> about + value();
            case "F" -> about + value() + value();
            default -> throw new AssertionError("no check: " + kind);
        };
    }

    private String step() {
        String kind = take();
        String about = kind + " " + key();
        return switch (kind) {
            case "D" -> about;
            case "N" -> about + value() + named(2);
            case "C" -> about + value() + named(2) + named(1);
            case "P", "A", "B" -> about + value() + value();
            case "R" -> about + value();
            case "X" -> about + key();
            case "T" -> about + times(this::key);
            default -> throw new AssertionError("no step: " + kind);
        };
    }
}
