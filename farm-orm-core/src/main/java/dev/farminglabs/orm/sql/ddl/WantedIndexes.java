package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.IndexDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which indexes a table needs beside its keys. */
final class WantedIndexes {

    /**
     * The declared ones, and one for each reference and each expiry; not those that a key or another index already leads
     * with.
     */
    static List<List<FieldDefinition>> of(ModelDefinition model) {
        List<List<FieldDefinition>> wanted = new ArrayList<>(
                model.indexes().stream().map(IndexDefinition::fields).toList());
        model.fields().stream()
                .filter(field -> field.reference() != null || field.is(FieldRole.EXPIRY))
                .forEach(field -> wanted.add(List.of(field)));
        List<List<FieldDefinition>> distinct = wanted.stream().distinct().toList();
        return distinct.stream()
                .filter(fields -> leaders(model, distinct).noneMatch(other -> leads(other, fields)))
                .toList();
    }

    private static Stream<List<FieldDefinition>> leaders(ModelDefinition model, List<List<FieldDefinition>> indexes) {
        return Stream.concat(model.uniques().stream().map(UniqueDefinition::fields), indexes.stream());
    }

    private static boolean leads(List<FieldDefinition> other, List<FieldDefinition> fields) {
        return other != fields
                && other.size() >= fields.size()
                && other.subList(0, fields.size()).equals(fields);
    }

    private WantedIndexes() {}
}
