package dev.farminglabs.orm.reliability.differential;

import java.util.ArrayList;
import java.util.List;

/** Equality on a unique key, as a condition. */
final class Keys {

    static Where where(Call.Key key) {
        List<Where> parts = new ArrayList<>();
        for (int i = 0; i < key.fields().size(); i++) {
            parts.add(new Where.Compare(
                    key.fields().get(i), Where.Operator.eq, key.values().get(i)));
        }
        return new Where.All(parts);
    }

    private Keys() {}
}
