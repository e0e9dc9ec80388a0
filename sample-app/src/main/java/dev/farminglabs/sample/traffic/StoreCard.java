package dev.farminglabs.sample.traffic;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.driver.Capabilities;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which store stands behind a schema, and what it can do. */
record StoreCard(String schema, String store, Map<String, String> abilities) {

    static StoreCard of(OrmClient<?> client) {
        Capabilities can = client.capabilities();
        Map<String, String> abilities = new LinkedHashMap<>();
        abilities.put("transactions", word(can.transactions()));
        abilities.put("upsert", word(can.upsert()));
        abilities.put("increment", word(can.increment()));
        abilities.put("expiry", word(can.expiry()));
        abilities.put("references", word(can.references()));
        abilities.put("createMany", can.atomicCreateMany() ? "all or nothing" : "in parts");
        abilities.put("text", word(can.textMatching()));
        abilities.put("text order", word(can.textOrder()));
        abilities.put("batches", word(can.batching()));
        abilities.put("numeric ids", word(can.numericIds()));
        abilities.put("given ids", word(can.givenIds()));
        abilities.put("key changes", word(can.keyChanges()));
        abilities.put("namespaces", word(can.schemaNamespaces()));
        abilities.put("gives back", givesBack(can.returning()));
        abilities.put("reads along", readsAlong(can.nativeRelations()));
        return new StoreCard(client.schema().name(), can.store(), abilities);
    }

    private static String givesBack(Capabilities.Returning can) {
        return words(can.create() ? "create" : "", can.update() ? "update" : "", can.delete() ? "delete" : "");
    }

    private static String readsAlong(Capabilities.NativeRelations can) {
        return words(
                can.toOne() ? "to one" : "", can.toMany() ? "to many" : "", can.manyToMany() ? "many to many" : "");
    }

    private static String words(String... words) {
        String joined = Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
        return joined.isEmpty() ? "none" : joined;
    }

    private static String word(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
