package dev.farminglabs.orm.engine.value;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;

/** Text that every store gives back as it got it: no NUL, no half of a surrogate pair. */
public final class PortableText {

    /** The text, refused when it is not portable. */
    public static String checked(FieldDefinition field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw refused(field, "the character NUL");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw refused(field, "half of a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }

    private static RuntimeException refused(FieldDefinition field, String what) {
        return Refusal.value(
                OrmErrorCode.INVALID_QUERY,
                field,
                field + " got a text with " + what + ", which not every store can keep");
    }

    private PortableText() {}
}
