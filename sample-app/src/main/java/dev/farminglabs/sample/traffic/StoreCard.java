package dev.farminglabs.sample.traffic;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.driver.Capabilities;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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
        return new StoreCard(client.schema().name(), can.store(), abilities);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
