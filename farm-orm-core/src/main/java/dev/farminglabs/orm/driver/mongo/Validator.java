package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.array;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.text;

import dev.farminglabs.orm.definition.Enumeration;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.mongo.bson.Documents;
import dev.farminglabs.orm.driver.mongo.bson.WideDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;

/** What a collection's documents must look like, for a server that checks what anybody writes. */
final class Validator {

    private final Names names;

    Validator(Names names) {
        this.names = names;
    }

    /** The JSON schema of the model's documents. Fields of others are let be. */
    BsonDocument of(ModelDefinition model) {
        BsonDocument properties = new BsonDocument();
        for (FieldDefinition field : model.fields()) {
            List<BsonString> types = types(field);
            if (!types.isEmpty()) {
                properties.append(names.key(field), property(field, types));
            }
        }
        List<BsonString> required = model.fields().stream()
                .filter(field -> !field.nullable())
                .map(field -> text(names.key(field)))
                .toList();
        BsonDocument schema = doc("bsonType", text("object"))
                .append("required", array(required))
                .append("properties", properties);
        return doc("$jsonSchema", schema);
    }

    private static BsonDocument property(FieldDefinition field, List<BsonString> types) {
        BsonDocument property = doc("bsonType", array(types));
        Enumeration enumeration = field.enumeration();
        if (enumeration != null) {
            var texts = array(enumeration.texts().stream().map(Documents::text).toList());
            if (field.nullable()) {
                texts.add(BsonNull.VALUE);
            }
            property.append("enum", texts);
        }
        return property;
    }

    /** The types a value may be of; none for JSON, which may be of any. */
    private static List<BsonString> types(FieldDefinition field) {
        List<String> types = switch (field.kind()) {
            case STRING, ENUMERATION -> List.of("string");
            case INTEGER, BIGINT -> List.of("int", "long");
            case DECIMAL -> List.of(WideDecimal.is(field) ? "object" : "decimal");
            case BOOLEAN -> List.of("bool");
            case DATETIME -> List.of("date");
            case JSON -> List.of();
        };
        if (types.isEmpty() || !field.nullable()) {
            return types.stream().map(Documents::text).toList();
        }
        return Stream.concat(types.stream(), Stream.of("null"))
                .map(Documents::text)
                .toList();
    }
}
