package dev.farminglabs.orm.definition;

import java.util.List;

/**
 * A compound unique key while its model class is being constructed. Compared by identity where it stands for one key.
 *
 * @param fields    the fields in order
 * @param ifPresent whether records without a value for one of them are left out
 */
public record UniqueDeclaration(List<FieldDeclaration> fields, boolean ifPresent) {

    /** Copies the list. */
    public UniqueDeclaration {
        fields = List.copyOf(fields);
    }
}
