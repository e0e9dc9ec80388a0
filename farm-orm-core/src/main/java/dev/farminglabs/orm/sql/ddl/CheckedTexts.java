package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.sql.form.Identifier;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The texts that a check in the catalog allows.
 *
 * @param texts as the catalog spells them; empty when the check is about something else
 */
public record CheckedTexts(DdlDialect dialect, Set<String> texts) {

    /** Whether the check names the text. */
    public boolean contains(String text) {
        return texts.contains(dialect.legible(text));
    }

    /** The texts that a check on that column names. */
    public static CheckedTexts in(DdlDialect dialect, String check, String column) {
        // The column's own name may hold quotes.
        String rest = check;
        for (Identifier quotes : Identifier.values()) {
            rest = rest.replace(quotes.quoted(column), "");
        }
        return new CheckedTexts(
                dialect,
                LiteralReader.texts(rest).stream().map(dialect::legible).collect(Collectors.toUnmodifiableSet()));
    }
}
