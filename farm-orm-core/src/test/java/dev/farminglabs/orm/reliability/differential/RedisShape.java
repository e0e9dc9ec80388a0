package dev.farminglabs.orm.reliability.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command without its values. A key is shown without its last part where that stands for values, which is plain or a digest
 * then; a script by its name, its arguments as {@link ScriptWords} reads them, which is as the script itself does.
 */
final class RedisShape {

    /** The prefix and table of a model, with what kind of key it is and which field or unique key it is about. */
    private static final Pattern KEY = Pattern.compile(
            "(?<place>\\{[^{}]+}:(all|n:[a-zA-Z_]+)|\\{[^{}]+}:(r|u:[a-zA-Z_,]+|x:[a-zA-Z_]+):|[^{}]+?:(i:)?)"
                    + "(?<stands>~?[A-Za-z0-9_-]{1,64})?");

    static String command(List<String> words) {
        String name = words.get(0);
        return switch (name) {
            case "EVALSHA", "EVAL" -> script(words);
            case "GET", "MGET" -> name + " " + keys(words.subList(1, words.size()));
            case "HMGET" -> name + " " + key(words.get(1)) + " " + words.subList(2, words.size());
            case "ZCOUNT", "ZRANGEBYSCORE" -> name + " " + key(words.get(1)) + " ? ?";
            case "SCAN" -> name + " " + words.subList(2, words.size());
            default -> throw new AssertionError("what is a value of " + name + "?");
        };
    }

    private static String script(List<String> words) {
        int count = Integer.parseInt(words.get(2));
        List<String> keys = words.subList(3, 3 + count);
        List<String> arguments = words.subList(3 + count, words.size());
        ScriptWords.Known script = ScriptWords.Known.of(words.get(1));
        return script + " " + keys(keys) + " " + script.shape(arguments, keys);
    }

    private static Collection<String> keys(List<String> keys) {
        return keys.stream().map(RedisShape::key).collect(Collectors.toCollection(TreeSet::new));
    }

    static String key(String key) {
        var parts = KEY.matcher(key);
        assertThat(parts.matches()).as(key).isTrue();
        return parts.group("place") + (parts.group("stands") == null ? "" : "?");
    }

    private RedisShape() {}
}
