package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.sql.form.Identifier;
import java.util.Set;

/** Reads the check of an enumeration back from the catalog. */
public final class CheckedTexts {

    /** The texts that a check on that column names; empty when it is about something else. */
    public static Set<String> in(String check, String column) {
        // The column's own name may hold quotes.
        String rest = check;
        for (Identifier quotes : Identifier.values()) {
            rest = rest.replace(quotes.quoted(column), "");
        }
        return Set.copyOf(LiteralReader.texts(rest));
    }

    private CheckedTexts() {}
}
