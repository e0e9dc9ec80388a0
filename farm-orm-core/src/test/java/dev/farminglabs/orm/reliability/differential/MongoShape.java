package dev.farminglabs.orm.reliability.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * A command without its values. A value may only be where the server takes anything for one: behind an operator that compares,
 * in a {@code $literal}, in a field of a stored document. Everywhere else a text is shown as it is, and so is every key.
 */
final class MongoShape {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("lsid", "$db", "$readPreference", "txnNumber", "$clusterTime");
    private static final Set<String> COMPARING = Set.of("$eq", "$ne", "$gt", "$gte", "$lt", "$lte");
    private static final Set<String> JOINING = Set.of("$and", "$or", "$nor");

    /** In which no character stands for anything but itself, but for anchors and a letter's two cases. */
    private static final Pattern PLAIN = Pattern.compile(
            "\\^?([A-Za-z0-9]|[^\\x00-\\x7f]|\\\\x[0-9a-f]{2}|\\\\[^A-Za-z0-9]|\\[[A-Z][a-z]])*(\\\\z)?");

    static String command(BsonDocument command) {
        BsonDocument own = command.clone();
        OF_THE_CONNECTION.forEach(own::remove);
        return each(own, MongoShape::argument);
    }

    private static String argument(String key, BsonValue value) {
        return switch (key) {
            case "documents" -> all(value, record -> each(record.asDocument(), (field, any) -> "?"));
            case "updates", "deletes" -> all(value, one -> each(one.asDocument(), MongoShape::argument));
            case "filter", "query", "q" -> condition(value.asDocument());
            case "update", "u" -> value.isDocument() ? change(value.asDocument()) : value.toString();
            case "pipeline" -> all(value, stage -> each(stage.asDocument(), MongoShape::stage));
            default -> value.toString();
        };
    }

    private static String change(BsonDocument update) {
        return each(update, (operator, fields) -> each(fields.asDocument(), (field, any) -> "?"));
    }

    private static String stage(String operator, BsonValue value) {
        return switch (operator) {
            case "$match" -> condition(value.asDocument());
            case "$lookup" ->
                each(value.asDocument(), (key, part) -> key.equals("let") ? expression(part) : argument(key, part));
            default -> expression(value);
        };
    }

    private static String condition(BsonDocument condition) {
        return each(condition, (key, value) -> {
            if (key.equals("$expr")) {
                return expression(value);
            }
            assertThat(key.startsWith("$")).as(key).isEqualTo(JOINING.contains(key));
            return key.startsWith("$") ? all(value, part -> condition(part.asDocument())) : test(value);
        });
    }

    /** What is asked of a field: the value itself only where the server cannot take it for an operator. */
    private static String test(BsonValue asked) {
        if (!asked.isDocument() && !asked.isRegularExpression()) {
            assertThat(asked.isArray()).as("an array as a value").isFalse();
            return "?";
        }
        if (asked.isRegularExpression()) {
            String pattern = asked.asRegularExpression().getPattern();
            assertThat(PLAIN.matcher(pattern).matches()).as(pattern).isTrue();
            return "/?/" + asked.asRegularExpression().getOptions();
        }
        return each(asked.asDocument(), (operator, value) -> {
            if (operator.equals("$not")) {
                return test(value);
            }
            if (operator.equals("$in") || operator.equals("$nin")) {
                return value.asArray().isEmpty() ? "none" : "some";
            }
            assertThat(COMPARING).contains(operator);
            return value.isNull() ? "null" : "?";
        });
    }

    private static String expression(BsonValue expression) {
        if (expression.isArray()) {
            return all(expression, MongoShape::expression);
        }
        return expression.isDocument()
                ? each(expression.asDocument(), (key, part) -> key.equals("$literal") ? "?" : expression(part))
                : expression.toString();
    }

    private static String each(BsonDocument document, BiFunction<String, BsonValue, String> part) {
        return document.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + part.apply(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String all(BsonValue array, Function<BsonValue, String> part) {
        return array.asArray().stream().map(part).collect(Collectors.joining(", ", "[", "]"));
    }

    private MongoShape() {}
}
