package dev.farminglabs.guide.pages;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as HTML, and code with its words marked. */
final class Markup {

    private static final String COMMENTS = "(?<comment>//[^\\n]*|/\\*.*?\\*/)";
    private static final String TEXTS = "(?<text>\"(?:\\\\.|[^\"\\\\\\n])*\")";
    private static final String WORDS =
            "\\b(?<word>abstract|boolean|catch|class|const|default|else|extends|final|for|if"
                    + "|implements|import|int|interface|long|new|null|package|private|protected|public|record|return|static"
                    + "|super|switch|this|throw|throws|try|var|void|while|await|true|false)\\b";
    private static final String NOTES = "(?<note>@[A-Za-z]+)";

    private static final Pattern JAVA =
            Pattern.compile(String.join("|", COMMENTS, TEXTS, WORDS, NOTES), Pattern.DOTALL);
    private static final Pattern YAML = Pattern.compile(
            "(?<comment>#[^\\n]*)|(?<text>\"[^\"\\n]*\")|(?<word>[A-Za-z<>.-]+(?=:))|(?<note>\\b(?:true|false)\\b)");
    private static final Pattern SHELL = Pattern.compile(
            "(?<comment>^#[^\\n]*)|(?<text>'[^'\\n]*'|\"[^\"\\n]*\")|(?<word>^[a-z]+)|(?<note> --?[A-Za-z][\\w.-]*)",
            Pattern.MULTILINE);
    private static final Pattern XML = Pattern.compile(
            "(?<comment><!--.*?-->)|(?<text>\"[^\"\\n]*\")|(?<word></?[A-Za-z.:-]+|/?>)|(?<note>\\?)", Pattern.DOTALL);

    private static final Map<String, Pattern> LANGUAGES =
            Map.of("java", JAVA, "ts", JAVA, "json", JAVA, "yaml", YAML, "sh", SHELL, "xml", XML);

    static String coloured(String language, String code) {
        Pattern pattern = LANGUAGES.get(language);
        if (pattern == null) {
            return escaped(code);
        }
        StringBuilder html = new StringBuilder();
        Matcher found = pattern.matcher(code);
        int done = 0;
        while (found.find()) {
            html.append(escaped(code.substring(done, found.start())));
            html.append("<span class=\"").append(kind(found)).append("\">");
            html.append(escaped(found.group())).append("</span>");
            done = found.end();
        }
        return html.append(escaped(code.substring(done))).toString();
    }

    private static String kind(Matcher found) {
        for (String name : new String[] {"comment", "text", "word"}) {
            if (found.group(name) != null) {
                return name;
            }
        }
        return "note";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private Markup() {}
}
