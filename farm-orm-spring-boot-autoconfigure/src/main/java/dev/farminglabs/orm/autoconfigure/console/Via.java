package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.RelationKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The records that a record of another model leads to through a join model.
 *
 * @param relation the relation, many-to-many
 * @param key      the value of its local key, as text
 */
record Via(RelationDefinition relation, String key) {

    private static final String FROM = "from";
    private static final String BY = "by";
    private static final String KEY = "key";

    /** Whether the console follows the relation: a secret key is not put into an address. */
    static boolean canFollow(RelationDefinition relation) {
        return !Values.secret(relation.localKey())
                && !Values.secret(relation.targetKey())
                && !Values.secret(relation.joinLocal())
                && !Values.secret(relation.joinTarget());
    }

    /** What the parameters of an address say, or null when they do not. */
    static @Nullable Via of(
            java.util.function.Function<String, ModelDefinition> models, MultiValueMap<String, String> query) {
        String from = query.getFirst(FROM);
        String key = query.getFirst(KEY);
        if (from == null || key == null) {
            return null;
        }
        RelationDefinition relation = Catalog.relation(models.apply(from), String.valueOf(query.getFirst(BY)));
        if (relation.kind() != RelationKind.MANY_TO_MANY || !canFollow(relation)) {
            throw Refusal.bad(relation + " does not lead through a join model that may be shown");
        }
        return new Via(relation, key);
    }

    /** The model that holds the keys of both. */
    ModelDefinition join() {
        return Objects.requireNonNull(relation.joinLocal()).model();
    }

    /** Adds it to the parameters of an address. */
    void to(MultiValueMap<String, String> query) {
        query.add(FROM, relation.model().name());
        query.add(BY, relation.name());
        query.add(KEY, key);
    }
}
