package dev.farminglabs.guide.pages;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packages of the library, each with the first sentence that its own file says. */
final class Rooms {

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("^package ([a-z0-9.]+);", Pattern.MULTILINE);
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link) +([^}]+)}");

    /** The table of one module. */
    static String table(String module) {
        Map<String, String> rooms = new TreeMap<>();
        for (Path file :
                Project.files(Project.ROOT.resolve(module).resolve("src/main/java"), "package-info.java", 20)) {
            String text = Project.text(file);
            rooms.put(name(first(PACKAGE, text)), sentence(first(COMMENT, text)));
        }
        StringBuilder table = new StringBuilder("| package | what is there |\n| --- | --- |\n");
        rooms.forEach((name, sentence) ->
                table.append("| `").append(name).append("` | ").append(sentence).append(" |\n"));
        return table.toString();
    }

    private static String name(String room) {
        return room.replaceFirst("^dev\\.farminglabs\\.(orm\\.|(?=orm$))?", "");
    }

    private static String sentence(String comment) {
        String words = comment.replaceAll("\\s*\\n \\*\\s*", " ").strip();
        String first = words.replaceFirst("\\.(?=\\s|$)(?s:.*)", ".");
        return TAG.matcher(first).replaceAll(tag -> Matcher.quoteReplacement("`" + simple(tag.group(1)) + "`"));
    }

    private static String simple(String name) {
        return name.matches("[a-z.]+\\.[A-Z]\\w+") ? name.substring(name.lastIndexOf('.') + 1) : name;
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    private Rooms() {}
}
