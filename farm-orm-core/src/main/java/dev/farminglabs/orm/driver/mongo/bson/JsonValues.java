package dev.farminglabs.orm.driver.mongo.bson;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Between canonical JSON text and BSON. A value becomes the document, array or scalar it looks like, so other applications
 * can read it; what BSON has no equal for (a number of more than 34 digits, a key with a dot or a dollar sign, a null at the
 * top) is kept as its canonical text in {@code {"%": text}}. Both forms depend on the canonical text alone, so values that are
 * the same by structure are stored the same.
 */
final class JsonValues {

    private static final String TEXT = "%";
    private static final int DEEPEST = 80;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static BsonValue write(String canonical) {
        JsonNode node = MAPPER.readTree(canonical);
        BsonValue value = node.isNull() || (node.isObject() && node.has(TEXT)) ? null : value(node, 0);
        return value == null ? new BsonDocument(TEXT, new BsonString(canonical)) : value;
    }

    private static @Nullable BsonValue value(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (node.isObject()) {
            return object(node, depth);
        }
        if (node.isArray()) {
            BsonArray array = new BsonArray();
            for (JsonNode element : node) {
                BsonValue value = value(element, depth + 1);
                if (value == null) {
                    return null;
                }
                array.add(value);
            }
            return array;
        }
        return node.isNumber() ? number(node) : scalar(node);
    }

    private static @Nullable BsonDocument object(JsonNode node, int depth) {
        BsonDocument document = new BsonDocument();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            BsonValue value = value(entry.getValue(), depth + 1);
            if (value == null || key.startsWith("$") || key.indexOf('.') >= 0 || key.indexOf('\0') >= 0) {
                return null;
            }
            document.append(key, value);
        }
        return document;
    }

    private static BsonValue scalar(JsonNode node) {
        if (node.isNull()) {
            return BsonNull.VALUE;
        }
        return node.isBoolean() ? BsonBoolean.valueOf(node.booleanValue()) : new BsonString(node.stringValue());
    }

    /** A number as other applications store it: with a fraction, as a double that is spelled like it where there is one. */
    private static @Nullable BsonValue number(JsonNode node) {
        if (node.isIntegralNumber() && node.bigIntegerValue().bitLength() < Long.SIZE) {
            return node.canConvertToInt() ? new BsonInt32(node.intValue()) : new BsonInt64(node.longValue());
        }
        BigDecimal number = node.isIntegralNumber()
                ? new BigDecimal(node.bigIntegerValue())
                : node.decimalValue().stripTrailingZeros();
        double nearest = number.doubleValue();
        if (Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(number) == 0) {
            return new BsonDouble(nearest);
        }
        boolean fits = number.precision() <= 34 && number.scale() <= 6000 && number.scale() >= -6000;
        return fits ? new BsonDecimal128(new Decimal128(number)) : null;
    }

    /** JSON text; also for values that another application stored. Null for a BSON type JSON does not have. */
    static @Nullable String read(BsonValue value) {
        if (value.isDocument()
                && value.asDocument().size() == 1
                && value.asDocument().get(TEXT) instanceof BsonString text) {
            return text.getValue();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = MAPPER.createGenerator(text)) {
            return append(value, generator) ? closed(generator, text) : null;
        }
    }

    private static String closed(JsonGenerator generator, StringWriter text) {
        generator.flush();
        return text.toString();
    }

    private static boolean append(BsonValue value, JsonGenerator generator) {
        switch (value.getBsonType()) {
            case DOCUMENT -> {
                return appendDocument(value.asDocument(), generator);
            }
            case ARRAY -> {
                return appendArray(value.asArray(), generator);
            }
            case STRING -> generator.writeString(value.asString().getValue());
            case BOOLEAN -> generator.writeBoolean(value.asBoolean().getValue());
            case NULL -> generator.writeNull();
            case INT32, INT64 -> generator.writeNumber(value.asNumber().longValue());
            case DOUBLE, DECIMAL128 -> {
                BigDecimal number = FieldValues.number(value);
                if (number == null) {
                    return false;
                }
                appendNumber(number, generator);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void appendNumber(BigDecimal number, JsonGenerator generator) {
        if (number.signum() != 0 && number.scale() <= 0 && number.scale() >= -100) {
            BigInteger integer = number.toBigIntegerExact();
            generator.writeNumber(integer);
        } else {
            generator.writeNumber(number);
        }
    }

    private static boolean appendDocument(BsonDocument document, JsonGenerator generator) {
        boolean known = true;
        generator.writeStartObject();
        for (Map.Entry<String, BsonValue> entry : document.entrySet()) {
            generator.writeName(entry.getKey());
            known = known && append(entry.getValue(), generator);
            if (!known) {
                generator.writeNull();
            }
        }
        generator.writeEndObject();
        return known;
    }

    private static boolean appendArray(BsonArray array, JsonGenerator generator) {
        boolean known = true;
        generator.writeStartArray();
        for (BsonValue element : array) {
            known = known && append(element, generator);
        }
        generator.writeEndArray();
        return known;
    }

    private JsonValues() {}
}
