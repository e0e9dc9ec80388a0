package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.UniqueDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long text can be that stands in an index, where an index holds whole values up to a limit. A field that declares no
 * length gets its share of what the widest of its indexes leaves. Room for {@code live()} is kept in every index, so that no
 * column changes where a model says it later.
 */
final class IndexedText {

    /** What a number, a time or a truth value takes, in characters of text. */
    static final int OTHER = 5;

    /** The least room of an enumeration, so that most that are added later fit. */
    private static final int CONSTANT = 64;

    /** How many characters the field can have; 0 when it is in no index, or says itself how long it is. */
    static int share(FieldDefinition field, int keys) {
        if (length(field) != null) {
            return 0;
        }
        Stream<List<FieldDefinition>> all = Stream.concat(
                field.model().uniques().stream().map(UniqueDefinition::fields),
                WantedIndexes.of(field.model()).stream());
        return all.filter(index -> index.contains(field))
                .mapToInt(index -> share(index, keys))
                .min()
                .orElse(0);
    }

    private static int share(List<FieldDefinition> index, int keys) {
        int open = 0;
        int left = keys - OTHER;
        for (FieldDefinition field : index) {
            if (field.is(FieldRole.LIVE)) {
                continue;
            }
            Integer length = length(field);
            open += length == null ? 1 : 0;
            left -= length == null ? 0 : length;
        }
        return Math.max(1, left / open);
    }

    private static @Nullable Integer length(FieldDefinition field) {
        return switch (field.kind()) {
            case STRING -> field.length();
            case ENUMERATION -> longest(field);
            default -> OTHER;
        };
    }

    /** The room for the texts of an enumeration, or null when any text is one. */
    static @Nullable Integer longest(FieldDefinition field) {
        if (field.kind() != FieldKind.ENUMERATION || !SchemaSql.checked(field) || field.enumeration() == null) {
            return null;
        }
        int longest = CONSTANT;
        for (String text : field.enumeration().texts()) {
            longest = Math.max(longest, text.codePointCount(0, text.length()));
        }
        return longest;
    }

    private IndexedText() {}
}
