package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.DeleteRule;

/** What happens to a record when the record it references is deleted; see {@link FieldModifiers#onDelete}. */
public enum OnDelete {
    /** The delete is refused with {@code FOREIGN_KEY_VIOLATION}. The default. */
    RESTRICT(DeleteRule.RESTRICT),
    /** It is deleted too. */
    CASCADE(DeleteRule.CASCADE),
    /** Its reference becomes null; for nullable fields only. */
    SET_NULL(DeleteRule.SET_NULL);

    final DeleteRule rule;

    OnDelete(DeleteRule rule) {
        this.rule = rule;
    }
}
