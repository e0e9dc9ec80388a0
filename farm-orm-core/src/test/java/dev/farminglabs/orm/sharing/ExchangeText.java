package dev.farminglabs.orm.sharing;

import dev.farminglabs.orm.sharing.Records.ItemView;
import dev.farminglabs.orm.sharing.Records.OwnerView;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the programs of the other clients read and write: JSON, in which long numbers and decimals are text, times are as
 * JavaScript spells them, and what is null may be left out.
 */
final class ExchangeText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Set<String> DECIMALS = Set.of("price", "balance");

    /** The records as a program gets them. */
    static String of(List<OwnerView> owners, List<ItemView> items) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("owners", owners.stream().map(ExchangeText::fields).toList());
        all.put("items", items.stream().map(ExchangeText::fields).toList());
        return MAPPER.writeValueAsString(all);
    }

    /** The items of a text, each by its own rules of comparing, so that equal values are equal nodes. */
    static JsonNode items(String text) {
        JsonNode items = MAPPER.readTree(text).get("items");
        items.forEach(item -> compared((ObjectNode) item));
        return items;
    }

    /** The same for items of which each has its owner in it. */
    static JsonNode withOwners(List<OwnerView> owners, List<ItemView> items) {
        ObjectNode all = (ObjectNode) MAPPER.readTree(of(owners, items));
        for (JsonNode item : all.get("items")) {
            for (JsonNode owner : all.get("owners")) {
                if (owner.get("id").equals(item.get("ownerId"))) {
                    ((ObjectNode) item).set("owner", owner);
                }
            }
        }
        return items(MAPPER.writeValueAsString(all));
    }

    private static void compared(ObjectNode object) {
        object.removeIf(JsonNode::isNull);
        object.remove(List.of("createdAt", "updatedAt"));
        for (String name : DECIMALS) {
            if (object.has(name)) {
                BigDecimal value = new BigDecimal(object.get(name).stringValue());
                object.put(name, (value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()).toPlainString());
            }
        }
        if (object.get("owner") instanceof ObjectNode owner) {
            compared(owner);
        }
    }

    private static Map<String, @Nullable Object> fields(Record view) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : view.getClass().getRecordComponents()) {
            try {
                fields.put(component.getName(), plain(component.getAccessor().invoke(view)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return fields;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Long number) {
            return number.toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Instant time) {
            return TIME.format(time);
        }
        return value instanceof Exchange.Color color ? color.code() : value;
    }

    private ExchangeText() {}
}
