package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.engine.value.PortableText;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Sort;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sort keys of a paged query: the token that stands for a record's keys, and the condition of being after it.
 *
 * @param model the model
 * @param sorts a total order
 */
record PageKeys(ModelDefinition model, List<Sort> sorts) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    List<FieldDefinition> fields() {
        return sorts.stream().map(Sort::field).toList();
    }

    /** The token for the keys, given in the order of the sorts. */
    String token(List<@Nullable Object> keys) {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(fingerprint());
        for (Object key : keys) {
            texts.add(key == null ? null : text(key));
        }
        byte[] json = MAPPER.writeValueAsString(texts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    private static String text(Object key) {
        return key instanceof Instant time
                ? String.valueOf(time.toEpochMilli())
                : key instanceof BigDecimal number ? number.toPlainString() : key.toString();
    }

    /** The keys a token stands for. A token is somebody's input: everything in it is checked. */
    List<@Nullable Object> keys(String token) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(token);
            @Nullable String[] texts = MAPPER.readValue(json, String[].class);
            if (texts != null
                    && texts.length == sorts.size() + 1
                    && fingerprint().equals(texts[0])) {
                List<@Nullable Object> keys = new ArrayList<>();
                for (int i = 0; i < sorts.size(); i++) {
                    keys.add(key(sorts.get(i).field(), texts[i + 1]));
                }
                return keys;
            }
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            // not one of ours: refused below
        }
        throw Refusal.query(
                model, "The cursor is not from this query on " + model + ": begin again with Cursor.first(size)");
    }

    private @Nullable Object key(FieldDefinition field, @Nullable String text) {
        if (text == null) {
            if (!field.nullable()) {
                throw new IllegalArgumentException("a required key is missing");
            }
            return null;
        }
        return switch (field.kind()) {
            case STRING, ENUMERATION, JSON -> PortableText.checked(field, text);
            case INTEGER -> Integer.valueOf(text);
            case BIGINT -> Long.valueOf(text);
            case DECIMAL -> decimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATETIME -> Instant.ofEpochMilli(Long.parseLong(text));
        };
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > 100) {
            throw new IllegalArgumentException("no decimal of a schema is that long");
        }
        return new BigDecimal(text);
    }

    /** Tells tokens of other orders and models apart. */
    private String fingerprint() {
        StringBuilder shape = new StringBuilder(model.name());
        for (Sort sort : sorts) {
            shape.append(sort.field().name())
                    .append(sort.descending() ? '-' : '+')
                    .append(sort.nullsFirst());
        }
        return Integer.toHexString(shape.toString().hashCode());
    }

    /** Being after the record with those keys: an earlier key equal, and the next one greater in the order. */
    Predicate after(List<@Nullable Object> keys, Values values) {
        List<Predicate> ways = new ArrayList<>();
        for (int i = 0; i < sorts.size(); i++) {
            List<Predicate> way = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                way.add(same(sorts.get(j).field(), keys.get(j), values));
            }
            way.add(beyond(sorts.get(i), keys.get(i), values));
            ways.add(Predicate.and(way));
        }
        return Predicate.or(ways);
    }

    private static Predicate same(FieldDefinition field, @Nullable Object key, Values values) {
        return key == null
                ? new Predicate.IsNull(field, false)
                : new Predicate.Compare(field, Comparison.EQUAL, bound(field, key, values), false);
    }

    /** What a codec would refuse or cut is refused or cut here too; a token holds enumerations as they are stored. */
    private static Slot bound(FieldDefinition field, Object key, Values values) {
        return field.kind() == FieldKind.ENUMERATION ? values.add(key) : values.bind(field, key);
    }

    private static Predicate beyond(Sort sort, @Nullable Object key, Values values) {
        FieldDefinition field = sort.field();
        if (key == null) {
            return sort.nullsFirst() ? new Predicate.IsNull(field, true) : Predicate.none();
        }
        Comparison comparison = sort.descending() ? Comparison.LESS : Comparison.GREATER;
        Predicate further = new Predicate.Compare(field, comparison, bound(field, key, values), false);
        return field.nullable() && !sort.nullsFirst()
                ? Predicate.or(List.of(further, new Predicate.IsNull(field, false)))
                : further;
    }
}
